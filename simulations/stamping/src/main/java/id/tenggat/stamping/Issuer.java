package id.tenggat.stamping;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Certifies keys, in a name that says SPECIMEN, by keys that are generated in memory.
 *
 * @param now its certificates are valid from an hour before
 * @param validity and for so long after
 */
record Issuer(X500Name name, KeyPair keys, SignatureAlgorithm algorithm, Instant now, Duration validity) {

    private static final Duration BACKDATED = Duration.ofHours(1);

    /** Whose keys they are. */
    record Subject(X500Name name, KeyPair keys) {}

    /** What else a certificate says. */
    record Extra(ASN1ObjectIdentifier about, boolean critical, ASN1Encodable value) {}

    /** Itself. */
    Subject self() {
        return new Subject(name, keys);
    }

    X509Certificate certify(Subject subject, List<Extra> extras)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()).setBit(64),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(validity)),
                subject.name(),
                subject.keys().getPublic());
        for (Extra extra : extras) {
            certificate.addExtension(extra.about(), extra.critical(), extra.value());
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder(algorithm.jcaName()).build(keys.getPrivate())));
    }

    static KeyPair keyPair(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ECDSA_P256 -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                yield generator.generateKeyPair();
            }
            case RSA_2048 -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                yield generator.generateKeyPair();
            }
        };
    }
}
