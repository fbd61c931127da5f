package id.tenggat.stamping;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 by the Java runtime: as fast as any, since its loop is an intrinsic. */
final class Sha256 {

    /** The length of a digest. */
    static final int BYTES = 32;

    private Sha256() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
