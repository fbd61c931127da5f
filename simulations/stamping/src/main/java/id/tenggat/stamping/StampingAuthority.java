package id.tenggat.stamping;

import id.tenggat.stamping.Issuer.Extra;
import id.tenggat.stamping.Issuer.Subject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A self-made certification authority and the one seal that it has certified. Its names say SPECIMEN; nobody trusts it. The
 * keys are generated in memory, never written, and gone with this object.
 */
public final class StampingAuthority implements SigningKey {

    private static final Duration VALIDITY = Duration.ofDays(365);
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
            Issuer root = new Issuer(ROOT_NAME, Issuer.keyPair(algorithm), algorithm, now, VALIDITY);
            Subject seal = new Subject(SEAL_NAME, Issuer.keyPair(algorithm));
            return new StampingAuthority(
                    algorithm,
                    provider,
                    seal.keys().getPrivate(),
                    List.of(root.certify(seal, sealing()), root.certify(root.self(), authority())));
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

    private static List<Extra> authority() {
        return extras(new BasicConstraints(0), new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static List<Extra> sealing() {
        return extras(new BasicConstraints(false), new KeyUsage(KeyUsage.nonRepudiation));
    }

    private static List<Extra> extras(BasicConstraints constraints, KeyUsage usage) {
        return List.of(
                new Extra(Extension.basicConstraints, true, constraints), new Extra(Extension.keyUsage, true, usage));
    }
}
