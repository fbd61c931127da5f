package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SignatureAlgorithm;
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
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * What a peer signs with: a test key and its certificates, valid from now on for a year.
 *
 * @param chain the key's certificate, then the root's, as the product puts two into a container
 */
record Seal(SignatureAlgorithm algorithm, PrivateKey key, List<X509Certificate> chain, Crypto crypto) {

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final X500Name ROOT = new X500Name("CN=SPECIMEN root - not a real authority, O=Tenggat benchmark");
    private static final X500Name SEAL = new X500Name("CN=SPECIMEN seal - no value, O=Tenggat benchmark");

    /** Generates keys that live in memory only. */
    static Seal generate(SignatureAlgorithm algorithm, Crypto crypto) {
        try {
            KeyPair root = crypto.keys(algorithm);
            KeyPair seal = crypto.keys(algorithm);
            JcaContentSignerBuilder issuer = new JcaContentSignerBuilder(algorithm.jcaName());
            crypto.provider().ifPresent(issuer::setProvider);
            JcaX509CertificateConverter certificates = new JcaX509CertificateConverter();
            return new Seal(
                    algorithm,
                    seal.getPrivate(),
                    List.of(
                            certificates.getCertificate(sealing(seal).build(issuer.build(root.getPrivate()))),
                            certificates.getCertificate(authority(root).build(issuer.build(root.getPrivate())))),
                    crypto);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("can't make a test seal of " + algorithm + " with " + crypto, e);
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    private static X509v3CertificateBuilder authority(KeyPair keys) throws IOException {
        return certificate(ROOT, keys)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static X509v3CertificateBuilder sealing(KeyPair keys) throws IOException {
        return certificate(SEAL, keys)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
    }

    private static X509v3CertificateBuilder certificate(X500Name subject, KeyPair keys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                ROOT,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plus(VALIDITY)),
                subject,
                keys.getPublic());
    }
}
