package id.tenggat.stamping;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs digests by ECDSA. */
final class EcdsaSigner implements Signer {

    private final Signature signature;

    private EcdsaSigner(Signature signature) {
        this.signature = signature;
    }

    static EcdsaSigner of(Signature signature, PrivateKey key) throws GeneralSecurityException {
        signature.initSign(key);
        return new EcdsaSigner(signature);
    }

    @Override
    public int sign(byte[] digest, byte[] into) throws GeneralSecurityException {
        signature.update(digest);
        return signature.sign(into, 0, into.length);
    }
}
