package id.tenggat.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Carries state out of objects, or back into new ones made from the same settings. Every object tells what it keeps in one
 * method, which serves both ways, so that they can't drift apart: each call takes the value that is there and returns the
 * one to keep.
 *
 * <pre>
 *   void carry(State state) {
 *       nowNs = state.of(nowNs);
 *       size = state.count(size, Long.BYTES);
 *       times = state.of(times, size);
 *   }
 * </pre>
 *
 * <p>Numbers are big-endian. What can be derived from the settings is not carried. The same objects give the same bytes.
 */
public abstract sealed class State permits StateWriter, StateReader {

    /** A longer text is none of ours. */
    private static final int LONGEST_TEXT = 1 << 16;

    State() {}

    /** All that is carried out. */
    public static byte[] bytesOf(Consumer<State> carried) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTo(bytes, carried);
        return bytes.toByteArray();
    }

    /**
     * Carries back what {@link #bytesOf} has carried out.
     *
     * @throws StateException if it is not that, or there is more
     */
    public static void read(byte[] bytes, Consumer<State> carried) {
        StateReader reader = new StateReader(new ByteArrayInputStream(bytes), bytes.length);
        carried.accept(reader);
        reader.requireEnd();
    }

    static void writeTo(OutputStream stream, Consumer<State> carried) {
        StateWriter writer = new StateWriter(stream);
        carried.accept(writer);
        writer.flush();
    }

    static StateReader readFrom(InputStream stream, long length) {
        return new StateReader(stream, length);
    }

    /** True if the values are carried back: what lies beside them is to be made again. */
    public abstract boolean isReading();

    public abstract byte of(byte value);

    public abstract int of(int value);

    public abstract long of(long value);

    /** To the bit. */
    public final double of(double value) {
        return Double.longBitsToDouble(of(Double.doubleToRawLongBits(value)));
    }

    public final boolean of(boolean value) {
        return below(2, value ? 1 : 0) == 1;
    }

    /** One of these words, by its place among them. */
    @SuppressWarnings("EnumOrdinal") // the file has a version, and the words' order belongs to it
    public final <E extends Enum<E>> E of(E value, E[] words) {
        return words[below(words.length, value.ordinal())];
    }

    private int below(int limit, int value) {
        int carried = of((byte) value);
        if (carried < 0 || carried >= limit) {
            throw new StateException("must have one of " + limit + " words, found the number " + carried);
        }
        return carried;
    }

    public final Instant of(Instant value) {
        long second = of(value.getEpochSecond());
        int nano = of(value.getNano());
        require(Math.abs(second) < 1L << 40 && nano >= 0 && nano < 1_000_000_000, "an instant", second);
        return Instant.ofEpochSecond(second, nano);
    }

    /** A text of at most 64 KiB in UTF-8. */
    public final String of(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int length = count(utf8.length, Byte.BYTES);
        require(length <= LONGEST_TEXT, "a text of at most 64 KiB", length);
        return new String(of(utf8, length), 0, length, StandardCharsets.UTF_8);
    }

    /**
     * How many values are carried next.
     *
     * @param bytesEach how many bytes each takes at least
     * @throws StateException if so many can't follow
     */
    public abstract int count(int value, int bytesEach);

    /** The index of something, 0 or more and below a limit. */
    public final int index(int value, int limit) {
        int carried = of(value);
        if (carried < 0 || carried >= limit) {
            throw new StateException("must have an index below " + limit + ", found " + carried);
        }
        return carried;
    }

    /** The first so many values; carried back into the same array if they have room there. */
    public final byte[] of(byte[] values, int size) {
        byte[] kept = size <= values.length ? values : new byte[size];
        for (int i = 0; i < size; i++) {
            kept[i] = of(kept[i]);
        }
        return kept;
    }

    /** As {@link #of(byte[], int)}. */
    public final int[] of(int[] values, int size) {
        int[] kept = size <= values.length ? values : new int[size];
        for (int i = 0; i < size; i++) {
            kept[i] = of(kept[i]);
        }
        return kept;
    }

    /** As {@link #of(byte[], int)}. */
    public final long[] of(long[] values, int size) {
        long[] kept = size <= values.length ? values : new long[size];
        for (int i = 0; i < size; i++) {
            kept[i] = of(kept[i]);
        }
        return kept;
    }

    /** As {@link #of(byte[], int)}. */
    public final double[] of(double[] values, int size) {
        double[] kept = size <= values.length ? values : new double[size];
        for (int i = 0; i < size; i++) {
            kept[i] = of(kept[i]);
        }
        return kept;
    }

    /** As {@link #of(byte[], int)}. */
    public final boolean[] of(boolean[] values, int size) {
        boolean[] kept = size <= values.length ? values : new boolean[size];
        for (int i = 0; i < size; i++) {
            kept[i] = of(kept[i]);
        }
        return kept;
    }

    /** As {@link #of(byte[], int)}, of words, of which the array must have room for all. */
    public final <E extends Enum<E>> void of(E[] values, int size, E[] words) {
        for (int i = 0; i < size; i++) {
            values[i] = of(isReading() ? words[0] : values[i], words);
        }
    }

    /** A mark, so that what is carried in another order is found out where it is. */
    public final void mark(int mark) {
        int carried = of(mark);
        if (carried != mark) {
            throw new StateException("must have the mark " + mark + ", found " + carried);
        }
    }

    /** Refuses a value that can't have been carried out. */
    public static void require(boolean holds, String wanted, long found) {
        if (!holds) {
            throw new StateException("must have " + wanted + ", found " + found);
        }
    }
}
