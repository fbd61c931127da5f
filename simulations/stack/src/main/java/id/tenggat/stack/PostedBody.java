package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;

import java.util.ArrayList;
import java.util.List;

/** A body as it comes in, within a limit and a budget. */
final class PostedBody {

    /** What becomes of the bytes. */
    enum Fate {
        KEPT,
        ONLY_COUNTED
    }

    private final Fate fate;
    private final int limitBytes;
    private final BodyBudget budget;
    private final List<Buffer> chunks = new ArrayList<>();
    private long receivedBytes;
    private int keptBytes;

    PostedBody(Fate fate, int limitBytes, BodyBudget budget) {
        this.fate = fate;
        this.limitBytes = limitBytes;
        this.budget = budget;
    }

    /**
     * Takes some more of it.
     *
     * @throws RefusedBodyException if it is too large or the budget is exhausted; what was kept is given back
     */
    void take(Buffer chunk) throws RefusedBodyException {
        receivedBytes += chunk.length();
        if (receivedBytes > limitBytes) {
            release();
            throw new RefusedBodyException(Problem.tooLarge(limitBytes));
        }
        if (fate == Fate.KEPT) {
            keep(chunk);
        }
    }

    private void keep(Buffer chunk) throws RefusedBodyException {
        if (!budget.take(chunk.length())) {
            release();
            throw new RefusedBodyException(Problem.noMemory());
        }
        chunks.add(chunk);
        keptBytes += chunk.length();
    }

    /** Everything that was kept. */
    byte[] bytes() {
        byte[] whole = new byte[keptBytes];
        int offset = 0;
        for (Buffer chunk : chunks) {
            chunk.getBytes(whole, offset);
            offset += chunk.length();
        }
        return whole;
    }

    /** Gives what was kept back to the budget. May be called again. */
    void release() {
        budget.give(keptBytes);
        keptBytes = 0;
        chunks.clear();
    }
}
