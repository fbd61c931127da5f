package id.tenggat.stamping;

import java.nio.charset.StandardCharsets;

/** Text as PDF syntax has it: a byte a letter. */
final class Ascii {

    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
