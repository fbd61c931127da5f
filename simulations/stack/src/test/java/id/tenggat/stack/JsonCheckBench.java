package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What it costs to see whether a body is JSON. Its trap: a cold machine, so each size is looked at for two seconds, and the
 * last second counts. Run with {@code java -cp … id.tenggat.stack.JsonCheckBench}.
 */
final class JsonCheckBench {

    /** As they come from a socket. */
    private static final int CHUNK_BYTES = 65_536;

    private static final long SECOND_NS = 1_000_000_000L;

    private JsonCheckBench() {}

    /** Prints a line for each size. */
    public static void main(String[] arguments) throws RefusedBodyException {
        for (int bytes : new int[] {2, 1_500, 16 << 20}) {
            byte[] body = body(bytes);
            nsEach(body);
            System.out.printf("%,12d bytes: %,12d ns%n", bytes, nsEach(body));
        }
    }

    private static byte[] body(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] member = ("\"x\":\"" + "x".repeat(993) + "\",").getBytes(StandardCharsets.US_ASCII);
        int at = 1;
        for (; at + member.length < bytes; at += member.length) {
            System.arraycopy(member, 0, body, at, member.length);
        }
        body[at - 1] = ' ';
        body[0] = '{';
        body[bytes - 1] = '}';
        return body;
    }

    private static long nsEach(byte[] body) throws RefusedBodyException {
        long begun = System.nanoTime();
        int times = 0;
        while (System.nanoTime() - begun < SECOND_NS) {
            look(body);
            times++;
        }
        return (System.nanoTime() - begun) / times;
    }

    private static void look(byte[] body) throws RefusedBodyException {
        JsonCheck check = new JsonCheck();
        for (int at = 0; at < body.length; at += CHUNK_BYTES) {
            check.take(Buffer.buffer(Arrays.copyOfRange(body, at, Math.min(body.length, at + CHUNK_BYTES))));
        }
        check.end();
    }
}
