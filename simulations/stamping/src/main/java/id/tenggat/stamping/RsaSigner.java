package id.tenggat.stamping;

import javax.crypto.Cipher;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.HexFormat;

/**
 * Signs digests by RSASSA-PKCS1-v1_5 (RFC 8017, 8.2.1). Java's signatures take messages, not digests; its cipher pads and
 * raises the same way when it encrypts with a private key.
 */
final class RsaSigner implements Signer {

    /** What stands before a SHA-256 (RFC 8017, 9.2, note 1). */
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private final Cipher cipher;
    private final byte[] digestInfo = new byte[DIGEST_INFO.length + 32];

    private RsaSigner(Cipher cipher) {
        this.cipher = cipher;
        System.arraycopy(DIGEST_INFO, 0, digestInfo, 0, DIGEST_INFO.length);
    }

    static RsaSigner of(Cipher cipher, PrivateKey key) throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return new RsaSigner(cipher);
    }

    @Override
    public int sign(byte[] digest, byte[] into) throws GeneralSecurityException {
        System.arraycopy(digest, 0, digestInfo, DIGEST_INFO.length, 32);
        return cipher.doFinal(digestInfo, 0, digestInfo.length, into, 0);
    }
}
