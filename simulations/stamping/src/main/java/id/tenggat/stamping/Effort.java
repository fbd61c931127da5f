package id.tenggat.stamping;

/**
 * How much work is left for one stamp, in bytes. A file may name the same large object many times, objects that contain each
 * other, and streams that inflate to a thousand times their size; all work together stays within a multiple of the file's
 * size.
 */
final class Effort {

    /** Honest files have the few objects that a stamp needs read once, so all of them are far below. */
    private static final int PASSES_MAX = 4;

    /** Cross-reference and object streams of honest files inflate to three to ten times their size. */
    private static final int INFLATION_MAX = 32;

    /** What finding an object costs, in bytes looked at. */
    private static final int OBJECT_BYTES = 64;

    private static final int ALLOWANCE_BYTES = 1 << 16;

    private final int inflatedBytesLimit;
    private int inflatedBytesMax;
    private long readBytesLeft;
    private long inflatedBytesLeft;

    /** The limit is what streams may inflate to, whatever the size of their file. */
    Effort(int inflatedBytesLimit) {
        this.inflatedBytesLimit = inflatedBytesLimit;
    }

    /** Begins anew for a file of a size. */
    void reset(int fileBytes) {
        readBytesLeft = (long) PASSES_MAX * fileBytes + ALLOWANCE_BYTES;
        inflatedBytesMax = (int) Math.min(inflatedBytesLimit, (long) INFLATION_MAX * fileBytes + ALLOWANCE_BYTES);
        inflatedBytesLeft = inflatedBytesMax;
    }

    /** Counts an object that was looked for, and the bytes that were passed over for it. */
    void find(int bytes) throws StampRefusedException {
        read((long) bytes + OBJECT_BYTES);
    }

    /** Counts bytes that were looked at. */
    void read(long bytes) throws StampRefusedException {
        readBytesLeft -= bytes;
        if (readBytesLeft < 0) {
            throw StampRefusedException.damaged("its objects name each other too often");
        }
    }

    /** Counts bytes that a stream has inflated to, which may then be read as well. */
    void inflated(long bytes) throws StampRefusedException {
        inflatedBytesLeft -= bytes;
        readBytesLeft += PASSES_MAX * bytes;
        if (inflatedBytesLeft < 0) {
            throw new StampRefusedException(new Refusal.DecompressionBomb(inflatedBytesMax));
        }
    }
}
