package id.tenggat.stamping;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A stream's decoded bytes, as many as were asked for so far. Used again for other streams; not safe for several threads.
 *
 * <p>Streams that are not compressed are copied, so that whoever reads need not ask which they were.
 */
final class Inflation {

    /**
     * So many bytes are inflated at a time, or more. Every call costs something of its own, and zlib decodes the last 258 bytes of
     * what it is asked for in a slower way, so what is read piece by piece is inflated ahead.
     */
    private static final int STEP_BYTES = 4096;

    private static final int HEAD_BYTES = 2;

    /** A buffer that one file has blown up beyond this is not kept for the next. */
    static final int KEPT_BYTES_MAX = 1 << 20;

    /** Of what the head and the sum around the deflated bytes would tell, nothing is needed: half a stream has no sum. */
    private final Inflater inflater = new Inflater(true);

    private final Effort effort;
    private byte[] bytes = new byte[STEP_BYTES];
    private int inflated;
    private int length;
    private boolean done;
    private boolean clean;

    Inflation(Effort effort) {
        this.effort = effort;
    }

    /** Begins with a stream whose bytes are deflated (RFC 1950). */
    void begin(byte[] file, int from, int to) throws StampRefusedException {
        clear();
        requireHead(file, from, to);
        inflater.setInput(file, from + HEAD_BYTES, to - from - HEAD_BYTES);
        done = false;
        clean = false;
    }

    /** RFC 1950, 2.2: deflate, a window of at most 32 KiB, no dictionary, and a check. */
    private static void requireHead(byte[] file, int from, int to) throws StampRefusedException {
        boolean zlib = to - from >= HEAD_BYTES
                && (file[from] & 0x8f) == 8
                && (file[from + 1] & 0x20) == 0
                && ((file[from] << 8) + (file[from + 1] & 0xff)) % 31 == 0;
        if (!zlib) {
            throw StampRefusedException.damaged("a compressed stream is not what Flate makes: its head is wrong");
        }
    }

    /** Takes a stream whose bytes are as they are. */
    void copy(byte[] file, int from, int to) throws StampRefusedException {
        clear();
        clean = false;
        done = true;
        effort.inflated(to - from);
        reserve(to - from);
        System.arraycopy(file, from, bytes, 0, to - from);
        inflated = to - from;
        length = inflated;
    }

    /** Forgets the stream, and whose bytes it was of. Looks into no far memory if there is nothing to forget. */
    void clear() {
        if (clean) {
            return;
        }
        clean = true;
        inflated = 0;
        length = 0;
        done = true;
        inflater.reset();
        if (bytes.length > KEPT_BYTES_MAX) {
            bytes = new byte[STEP_BYTES];
        }
    }

    /** Sees to it that so many bytes are there, or all if there are fewer. */
    void inflate(int wanted) throws StampRefusedException {
        while (!done && inflated < wanted) {
            reserve(inflated + (long) STEP_BYTES);
            int more = inflateOnce(wanted);
            effort.inflated(more);
            inflated += more;
            done = inflater.finished();
            if (more == 0 && !done) {
                throw StampRefusedException.damaged("a compressed stream breaks off");
            }
        }
        length = Math.max(length, Math.min(inflated, wanted));
    }

    /** Damage behind what is wanted is not this reader's. */
    private int inflateOnce(int wanted) throws StampRefusedException {
        int limit = (int) Math.min(bytes.length, Math.max(wanted, inflated + (long) STEP_BYTES));
        try {
            return inflater.inflate(bytes, inflated, limit - inflated);
        } catch (DataFormatException e) {
            int total = (int) inflater.getBytesWritten();
            if (total < wanted) {
                throw StampRefusedException.damaged("a compressed stream is not what Flate makes: " + e.getMessage());
            }
            return total - inflated;
        }
    }

    private void reserve(long size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(size, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }

    /** Gives back what the system holds for it; it is not used any more. */
    void close() {
        inflater.end();
    }

    /** The decoded bytes, from the start; another array after more of them were asked for. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Undoes the predictor that every row begins with (PNG, RFC 2083, chapter 6), one byte a sample. */
    void undoPredictor(int columns) throws StampRefusedException {
        inflate(Integer.MAX_VALUE);
        length = PngPredictor.undo(bytes, length, columns);
        inflated = length;
    }
}
