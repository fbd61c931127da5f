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
 * keys are generated in memory, never written, and gone with this object.
 */
public final class StampingAuthority implements SigningKey {

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final X500Name ROOT_NAME = new X500Name("CN=SPECIMEN root - not a real authority, O=Tenggat test");
    private static final X500Name SEAL_NAME = new X500Name("CN=SPECIMEN seal - no value, O=Tenggat test");

    private final SignatureAlgorithm algorithm;
    private final CryptoProvider provider;
    private final PrivateKey sealKey;
    private final List<X509Certificate> certificates;

    private StampingAuthority(
            SignatureAlgorithm algorithm,
            CryptoProvider provider,
            PrivateKey sealKey,
            List<X509Certificate> certificates) {
        this.algorithm = algorithm;
        this.provider = provider;
        this.sealKey = sealKey;
        this.certificates = certificates;
    }

    /** As {@link #generate(Instant, SignatureAlgorithm, CryptoProvider)}, with ECDSA P-256 and the best provider of this machine. */
    public static StampingAuthority generate(Instant now) {
        return generate(now, SignatureAlgorithm.ECDSA_P256, CryptoProvider.best());
    }

    /**
     * Generates an authority of its own: in about 10 ms (RSA: 200 ms), the first time in half a second, most of it loading
     * classes.
     *
     * @param now the instant around which its certificates are valid: from an hour before until a year after
     * @param algorithm of both its keys
     * @param provider whose code signs the stamps; the keys and certificates are made by the Java runtime
     * @throws IllegalStateException if the provider does not work here, or the Java runtime lacks the algorithm
     */
    public static StampingAuthority generate(Instant now, SignatureAlgorithm algorithm, CryptoProvider provider) {
        if (!provider.isAvailable()) {
            throw new IllegalStateException("the provider %s does not work on this machine".formatted(provider));
        }
        try {
            KeyPair root = keyPair(algorithm);
            KeyPair seal = keyPair(algorithm);
            Issuer issuer = new Issuer(root, algorithm.jcaName(), now);
            return new StampingAuthority(
                    algorithm,
                    provider,
                    seal.getPrivate(),
                    List.of(issuer.certify(SEAL_NAME, seal, sealing()), issuer.certify(ROOT_NAME, root, authority())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java runtime can't make a test authority with " + algorithm, e);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The seal's certificate, then the root's. */
    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public Signer signer() {
        try {
            return provider.signer(algorithm, sealKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider %s can't sign with %s".formatted(provider, algorithm), e);
        }
    }

    @Override
    public String provider() {
        try {
            return provider.describe(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider %s lacks %s".formatted(provider, algorithm), e);
        }
    }

    private record Extensions(BasicConstraints constraints, KeyUsage usage) {}

    private static Extensions authority() {
        return new Extensions(new BasicConstraints(0), new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static Extensions sealing() {
        return new Extensions(new BasicConstraints(false), new KeyUsage(KeyUsage.nonRepudiation));
    }

    private static KeyPair keyPair(SignatureAlgorithm algorithm) throws GeneralSecurityException {
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

    /** What signs certificates. */
    private record Issuer(KeyPair keys, String jcaName, Instant now) {

        X509Certificate certify(X500Name subject, KeyPair subjectKeys, Extensions extensions)
                throws GeneralSecurityException, OperatorCreationException, IOException {
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    ROOT_NAME,
                    new BigInteger(64, new SecureRandom()).setBit(64),
                    Date.from(now.minus(BACKDATED)),
                    Date.from(now.plus(VALIDITY)),
                    subject,
                    subjectKeys.getPublic());
            certificate.addExtension(Extension.basicConstraints, true, extensions.constraints());
            certificate.addExtension(Extension.keyUsage, true, extensions.usage());
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(jcaName).build(keys.getPrivate())));
        }
    }
}
