package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.SignatureAlgorithm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;

/**
 * What no stamp can do without: SHA-256 of the document and one raw signature, both into arrays that are used again. ECDSA
 * signs the digest as it is; of RSA the providers offer no raw signature, so that 32 bytes are digested once more, a tenth of
 * a microsecond of several hundred.
 */
final class Floor {

    private final MessageDigest sha256;
    private final Signature signature;
    private final byte[] digest = new byte[32];
    private final byte[] signed;

    /** The digest is the JDK's, whose loop is an intrinsic: the native provider's is as fast and allocates. */
    Floor(SignatureAlgorithm algorithm, Crypto crypto) {
        try {
            sha256 = Crypto.JDK.sha256();
            signature = crypto.signature(
                    algorithm == SignatureAlgorithm.ECDSA_P256 ? "NONEwithECDSA" : algorithm.jcaName());
            signature.initSign(crypto.keys(algorithm).getPrivate());
            signed = new byte[algorithm.signatureBytesMax()];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't sign by " + algorithm + " with " + crypto, e);
        }
    }

    /** Digests and signs; gives the signature's length. */
    int of(byte[] pdf) throws GeneralSecurityException {
        sha256.update(pdf);
        sha256.digest(digest, 0, digest.length);
        return sign();
    }

    /** Signs something that is as long as a digest. */
    int ofDigest(SerialNumber serial) throws GeneralSecurityException {
        digest[0] = (byte) serial.sequence();
        return sign();
    }

    private int sign() throws GeneralSecurityException {
        signature.update(digest);
        return signature.sign(signed, 0, signed.length);
    }
}
