package id.tenggat.stack;

import id.tenggat.stamping.Refusal;
import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;

/** Whether a body begins as a PDF does. */
final class PdfCheck implements BodyCheck {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private int seen;

    @Override
    public void take(Buffer chunk) throws RefusedBodyException {
        for (int i = 0; seen < MAGIC.length && i < chunk.length(); i++) {
            require(chunk.getByte(i) == MAGIC[seen]);
            seen++;
        }
    }

    @Override
    public void end() throws RefusedBodyException {
        require(seen == MAGIC.length);
    }

    private static void require(boolean holds) throws RefusedBodyException {
        if (!holds) {
            throw new RefusedBodyException(Problem.refused(new Refusal.NotAPdf()));
        }
    }
}
