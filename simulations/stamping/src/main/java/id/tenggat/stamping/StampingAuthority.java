package id.tenggat.stamping;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A self-made certification authority and the one seal that it has certified. Its names say SPECIMEN; nobody trusts it. The
 * keys (ECDSA P-256) are generated in memory, never written, and gone with this object.
 */
public final class StampingAuthority {

    /** The JCA name of the signature algorithm of both keys. */
    static final String SIGNATURE_ALGORITHM = "SHA256withECDSA";

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final X500Name ROOT_NAME = new X500Name("CN=SPECIMEN root - not a real authority, O=Tenggat test");
    private static final X500Name SEAL_NAME = new X500Name("CN=SPECIMEN seal - no value, O=Tenggat test");

    private final PrivateKey sealKey;
    private final SignatureContainer container;
    private final List<X509Certificate> certificates;

    private StampingAuthority(PrivateKey sealKey, List<X509Certificate> certificates) throws GeneralSecurityException {
        this.sealKey = sealKey;
        this.certificates = certificates;
        this.container = new SignatureContainer(certificates);
    }

    /**
     * Generates an authority of its own: in about 10 ms, the first time in half a second, most of it loading classes.
     *
     * @param now the instant around which its certificates are valid: from an hour before until a year after
     * @throws IllegalStateException if the Java runtime lacks ECDSA on P-256
     */
    public static StampingAuthority generate(Instant now) {
        try {
            KeyPair root = keyPair();
            KeyPair seal = keyPair();
            X509Certificate rootCertificate = certify(certificate(ROOT_NAME, root, now), authority(), root);
            X509Certificate sealCertificate = certify(certificate(SEAL_NAME, seal, now), sealing(), root);
            return new StampingAuthority(seal.getPrivate(), List.of(sealCertificate, rootCertificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java runtime can't make a test authority with ECDSA P-256", e);
        }
    }

    /** The seal's certificate, then the root's. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** Signs a document's bytes, detached: the DER of a CMS signed-data, at most {@link SignatureContainer#SIZE_MAX} bytes. */
    byte[] sign(InputStream document) {
        return container.seal(document, sealKey);
    }

    private record Extensions(BasicConstraints constraints, KeyUsage usage) {}

    private static Extensions authority() {
        return new Extensions(new BasicConstraints(0), new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static Extensions sealing() {
        return new Extensions(new BasicConstraints(false), new KeyUsage(KeyUsage.nonRepudiation));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder certificate(X500Name subject, KeyPair keys, Instant now) {
        return new JcaX509v3CertificateBuilder(
                ROOT_NAME,
                new BigInteger(64, new SecureRandom()).setBit(64),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALIDITY)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate certify(X509v3CertificateBuilder certificate, Extensions extensions, KeyPair issuer)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        certificate.addExtension(Extension.basicConstraints, true, extensions.constraints());
        certificate.addExtension(Extension.keyUsage, true, extensions.usage());
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder(SIGNATURE_ALGORITHM).build(issuer.getPrivate())));
    }
}
