package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SignatureAlgorithm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;

/**
 * What no stamp can do without: SHA-256 of the document and one raw signature. ECDSA signs the digest as it is; of RSA the
 * providers offer no raw signature, so that 32 bytes are digested once more, under a microsecond of several hundred.
 */
final class Floor {

    private final MessageDigest sha256;
    private final Signature signature;

    Floor(SignatureAlgorithm algorithm, Crypto crypto) {
        try {
            sha256 = crypto.sha256();
            signature = crypto.signature(
                    algorithm == SignatureAlgorithm.ECDSA_P256 ? "NONEwithECDSA" : algorithm.jcaName());
            signature.initSign(crypto.keys(algorithm).getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't sign by " + algorithm + " with " + crypto, e);
        }
    }

    /** The signature. */
    byte[] of(byte[] pdf) throws GeneralSecurityException {
        signature.update(sha256.digest(pdf));
        return signature.sign();
    }
}
