package id.tenggat.stamping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The rows of a file's cross-reference streams (ISO 32000-1, 7.5.8.3), one stream's behind the other's; which objects they are
 * of tell {@link Subsections}. Used again for other files; not safe for several threads.
 */
final class StreamRows {

    /** The type of an object that is in an object stream (table 18). */
    static final int MEMBER = 2;

    private static final int USUAL_BYTES = 1 << 12;

    /** Fields have their highest byte first. */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] rows = new byte[USUAL_BYTES];
    private int end;
    private int taken;

    void clear() {
        end = 0;
        taken = 0;
        if (rows.length > Inflation.KEPT_BYTES_MAX) {
            rows = new byte[USUAL_BYTES];
        }
    }

    /** Where the rows that are expected end: the next ones' place. */
    int end() {
        return end;
    }

    /** Expects so many bytes of rows behind the others. */
    void expect(int bytes) {
        end += bytes;
    }

    /** Takes all rows that are expected. */
    void take(Inflation from) throws StampRefusedException {
        int wanted = end - taken;
        from.inflate(wanted + 1);
        if (from.length() != wanted) {
            throw StampRefusedException.damaged("a cross-reference stream has fewer or more rows than it says");
        }
        if (rows.length - Long.BYTES < end) {
            rows = Arrays.copyOf(rows, Math.max(end + Long.BYTES, 2 * rows.length));
        }
        System.arraycopy(from.bytes(), 0, rows, taken, wanted);
        taken = end;
    }

    /** A field of 0 to 8 bytes; of 8, it may be negative. Behind the rows there is room for a word. */
    long field(int at, int width) {
        return width == 0 ? 0 : (long) WORDS.get(rows, at) >>> (Long.SIZE - Byte.SIZE * width);
    }

    /**
     * Refuses a file whose rows say that objects lie within one of some others, which are none that hold any: an update writes
     * them. Readers that follow such rows would mistake them for object streams.
     *
     * @param numbers the objects, in the first places of an array
     */
    void requireNoMembersOf(int[] numbers, int count, Subsections subsections) throws StampRefusedException {
        for (int subsection = 0; subsection < subsections.count(); subsection++) {
            if (subsections.widths(subsection) != 0) {
                requireNoMembersOf(numbers, count, subsections, subsection);
            }
        }
    }

    /** Members of one stream mostly have rows one behind the other. */
    private void requireNoMembersOf(int[] numbers, int count, Subsections subsections, int subsection)
            throws StampRefusedException {
        int widths = subsections.widths(subsection);
        int type = RowWidths.of(widths, 0);
        int first = RowWidths.of(widths, 1);
        int rowBytes = RowWidths.sum(widths);
        int at = subsections.rowsAt(subsection);
        long before = -1;
        for (int row = 0; row < subsections.rows(subsection); row++, at += rowBytes) {
            long stream = field(at, type) == MEMBER ? field(at + type, first) : before;
            if (stream != before && contains(numbers, count, stream) && subsections.isNewest(row, subsection)) {
                throw StampRefusedException.damaged(
                        "objects are said to lie in object %d, which is no object stream".formatted(stream));
            }
            before = stream;
        }
    }

    private static boolean contains(int[] numbers, int count, long number) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }
}
