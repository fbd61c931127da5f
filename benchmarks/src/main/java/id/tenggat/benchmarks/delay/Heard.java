package id.tenggat.benchmarks.delay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a connection has sent of a request.
 *
 * @param bytes so far; a request must fit in
 */
record Heard(ByteBuffer bytes) {

    private static final int MOST_BYTES = 8192;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    Heard() {
        this(ByteBuffer.allocate(MOST_BYTES));
    }

    boolean isWhole() {
        String text =
                StandardCharsets.ISO_8859_1.decode(bytes.duplicate().flip()).toString();
        int head = text.indexOf(END_OF_HEAD);
        return head >= 0 && text.length() >= head + END_OF_HEAD.length() + bodyLength(text.substring(0, head));
    }

    private static int bodyLength(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(LENGTH))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
    }
}
