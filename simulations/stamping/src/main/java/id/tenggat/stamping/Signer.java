package id.tenggat.stamping;

import java.security.GeneralSecurityException;

/**
 * Signs digests with a key that it keeps to itself, as a hardware security module does. One thread uses it at a time.
 *
 * @see SigningKey#signer
 */
@FunctionalInterface
public interface Signer {

    /**
     * Signs one digest.
     *
     * @param digest the 32 bytes of a SHA-256; only read
     * @param signature where the signature is written, from index 0; has room for
     *     {@link SignatureAlgorithm#signatureBytesMax()} bytes
     * @return how many bytes of signature were written
     * @throws GeneralSecurityException if it can't sign; the stamp is not made then
     */
    int sign(byte[] digest, byte[] signature) throws GeneralSecurityException;
}
