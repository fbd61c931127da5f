package id.tenggat.stack;

import java.security.SecureRandom;
import java.util.Base64;

/** What only whoever was told it knows: 128 random bits as 22 characters that may stand in a path. */
final class Token {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** One that nobody was told before. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
