package id.tenggat.stamping;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;

import javax.crypto.Cipher;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/** Whose code signs. */
public enum CryptoProvider {
    /** Amazon's, native: where its library loads, which needs Linux or macOS on x86-64 or ARM64. */
    CORRETTO {
        @Override
        public boolean isAvailable() {
            return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        }

        @Override
        Signature signature(String algorithm) throws NoSuchAlgorithmException {
            return Signature.getInstance(algorithm, AmazonCorrettoCryptoProvider.INSTANCE);
        }

        @Override
        Cipher cipher(String transformation) throws GeneralSecurityException {
            return Cipher.getInstance(transformation, AmazonCorrettoCryptoProvider.INSTANCE);
        }
    },

    /** That of the Java runtime, which is always there: several times slower. */
    JDK {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        Signature signature(String algorithm) throws NoSuchAlgorithmException {
            return Signature.getInstance(algorithm);
        }

        @Override
        Cipher cipher(String transformation) throws GeneralSecurityException {
            return Cipher.getInstance(transformation);
        }
    };

    /** The first of them that works on this machine. */
    public static CryptoProvider best() {
        return CORRETTO.isAvailable() ? CORRETTO : JDK;
    }

    /** Whether it works on this machine; the first call loads what it needs. */
    public abstract boolean isAvailable();

    abstract Signature signature(String algorithm) throws NoSuchAlgorithmException;

    abstract Cipher cipher(String transformation) throws GeneralSecurityException;

    /** A signer of a private key, for one thread. */
    Signer signer(SignatureAlgorithm algorithm, PrivateKey key) throws GeneralSecurityException {
        return switch (algorithm) {
            case ECDSA_P256 -> EcdsaSigner.of(signature("NONEwithECDSA"), key);
            case RSA_2048 -> RsaSigner.of(cipher("RSA/ECB/PKCS1Padding"), key);
        };
    }

    /** Its name and version, for people. */
    String describe(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        Provider provider = algorithm == SignatureAlgorithm.ECDSA_P256
                ? signature("NONEwithECDSA").getProvider()
                : cipher("RSA/ECB/PKCS1Padding").getProvider();
        return provider.getName() + " " + provider.getVersionStr();
    }
}
