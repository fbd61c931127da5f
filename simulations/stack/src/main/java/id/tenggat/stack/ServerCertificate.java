package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * What the stack shows who comes over TLS: a certificate that it has signed itself, for this machine's loopback. Its key is
 * made in memory, never written, and gone with this object.
 */
final class ServerCertificate {

    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final X500Name NAME = new X500Name("CN=SPECIMEN server - loopback only, O=Tenggat test");
    /** The store never leaves this process. */
    private static final String PASSWORD = "unwritten";

    private final KeyPair keys;
    private final X509Certificate certificate;

    private ServerCertificate(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /**
     * One with a new key, ECDSA P-256.
     *
     * @param now the instant around which it is valid: from an hour before until 30 days after
     * @throws IllegalStateException if the Java runtime lacks the algorithm
     */
    static ServerCertificate generate(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new ServerCertificate(keys, signed(keys, now));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java runtime can't make a certificate: " + e.getMessage(), e);
        }
    }

    private static X509Certificate signed(KeyPair keys, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(64, new SecureRandom()).setBit(64),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALIDITY)),
                NAME,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** The key and the certificate, for the server. */
    PfxOptions options() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            store.store(out, PASSWORD.toCharArray());
            return new PfxOptions().setPassword(PASSWORD).setValue(Buffer.buffer(out.toByteArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime can't keep a certificate: " + e.getMessage(), e);
        }
    }

    /** The certificate as text (RFC 7468), for those who are to trust it. */
    String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + new String(lines.encode(certificate.getEncoded()), StandardCharsets.US_ASCII)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime can't write a certificate: " + e.getMessage(), e);
        }
    }
}
