package id.tenggat.benchmarks.stamping;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The signature algorithms that are measured; both with SHA-256. */
public enum Algorithm {
    /** ECDSA on the curve P-256. */
    ECDSA_P256("EC", "SHA256withECDSA"),
    /** RSA, PKCS #1 v1.5, with 2048 bits. */
    RSA_2048("RSA", "SHA256withRSA");

    private final String keyName;
    private final String signatureName;

    Algorithm(String keyName, String signatureName) {
        this.keyName = keyName;
        this.signatureName = signatureName;
    }

    /** The JCA name of its keys. */
    String keyName() {
        return keyName;
    }

    /** The JCA name of its signatures, digest included. */
    String signatureName() {
        return signatureName;
    }

    /** Curve, or length. */
    AlgorithmParameterSpec keySpec() {
        return this == ECDSA_P256
                ? new ECGenParameterSpec("secp256r1")
                : new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
    }
}
