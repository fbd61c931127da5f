package id.tenggat.benchmarks.stamping;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import id.tenggat.stamping.SignatureAlgorithm;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/**
 * Who digests and signs.
 *
 * @param provider empty: whom the JDK chooses
 */
record Crypto(Optional<Provider> provider) {

    /** The JDK's own providers. */
    static final Crypto JDK = new Crypto(Optional.empty());

    /** Amazon Corretto Crypto Provider where its native library loads, else the JDK's own. */
    static Crypto best() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        boolean serves = corretto.getLoadingError() == null && corretto.runSelfTests() == SelfTestStatus.PASSED;
        return serves ? new Crypto(Optional.of(corretto)) : JDK;
    }

    MessageDigest sha256() throws GeneralSecurityException {
        return provider.isPresent()
                ? MessageDigest.getInstance("SHA-256", provider.get())
                : MessageDigest.getInstance("SHA-256");
    }

    Signature signature(String name) throws GeneralSecurityException {
        return provider.isPresent() ? Signature.getInstance(name, provider.get()) : Signature.getInstance(name);
    }

    /** A key of a foreign provider would be translated at each signature, so everyone signs with keys of its own. */
    KeyPair keys(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = provider.isPresent()
                ? KeyPairGenerator.getInstance(name(algorithm), provider.get())
                : KeyPairGenerator.getInstance(name(algorithm));
        switch (algorithm) {
            case ECDSA_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case RSA_2048 -> generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private static String name(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256 -> "EC";
            case RSA_2048 -> "RSA";
        };
    }

    /** The provider's name and version. */
    @Override
    public String toString() {
        return provider.map(p -> p.getName() + " " + p.getVersionStr()).orElse("JDK");
    }
}
