package id.tenggat.recording;

import id.tenggat.scenario.OverflowException;
import id.tenggat.state.State;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Counts of microseconds in the buckets of an HdrHistogram with three significant digits (Tene, HdrHistogram 2.2): 2,048 of
 * one microsecond each, then in each octave 1,024 that are twice as wide as in the octave before. A bit for every
 * bucket says where anything was counted, so that encoding and clearing look nowhere else.
 */
final class LatencyCounts {

    /** What is done with each bucket that holds anything, the lowest first. */
    interface Bucket {
        /** So many, of which the least may be so many microseconds. */
        void holds(long us, long count);
    }

    private static final int HALF_BITS = 10;
    private static final long SUB_BUCKET_MASK = (1L << (HALF_BITS + 1)) - 1;

    /** HdrHistogram's encoding V2: its cookie, and lengths in bytes of what stands before the counts. */
    private static final int COOKIE = 0x1c849303 | 0x10;

    private static final int HEADER_BYTES = 40;
    private static final int SIGNIFICANT_DIGITS = 3;
    /** A count or a run of empty buckets takes at most so many bytes. */
    private static final int MOST_BYTES = 5;

    private int[] counts = new int[1 << HALF_BITS];
    private long[] touched = new long[(1 << HALF_BITS) / Long.SIZE];
    private long total;

    /** Counts a value, 0 or more; the total must stay below 2³¹. */
    void add(long us) {
        add(us, 1);
    }

    /** Counts a value so many times, 1 or more. */
    void add(long us, int times) {
        int index = index(us);
        if (index >= counts.length) {
            grow(index);
        }
        counts[index] += times;
        touched[index >>> 6] |= 1L << index;
        total += times;
    }

    /** As if everything that another counted had been counted here too. */
    void add(LatencyCounts other) {
        other.forEach((us, count) -> add(us, Math.toIntExact(count)));
    }

    private static int index(long us) {
        int octave = 64 - HALF_BITS - 1 - Long.numberOfLeadingZeros(us | SUB_BUCKET_MASK);
        return (octave << HALF_BITS) + (int) (us >>> octave);
    }

    /** The least value of a bucket. */
    private static long least(int index) {
        int octave = octave(index);
        return (long) (index - (octave << HALF_BITS)) << octave;
    }

    private static int octave(int index) {
        return Math.max(0, (index >>> HALF_BITS) - 1);
    }

    /** By a half at least: who waits longer and longer would have it copied for every octave. */
    private void grow(int index) {
        int before = counts.length >>> HALF_BITS;
        int octaves = Math.max((index >>> HALF_BITS) + 1, before + before / 2);
        counts = Arrays.copyOf(counts, octaves << HALF_BITS);
        touched = Arrays.copyOf(touched, counts.length / Long.SIZE);
    }

    /**
     * How many were counted.
     *
     * @throws OverflowException if they are more than a bucket can count
     */
    long total() {
        if (total > Integer.MAX_VALUE) {
            throw new OverflowException(
                    "an interval holds more than %,d attempts of one step and fate".formatted(Integer.MAX_VALUE));
        }
        return total;
    }

    /** The greatest value of the highest bucket that holds anything; 0 if none does. */
    long maxUs() {
        int last = last();
        return last < 0 ? 0 : least(last) + (1L << octave(last)) - 1;
    }

    /**
     * The greatest value of the lowest bucket up to which this share of the values lies; 0 if none does.
     *
     * @param share above 0 and up to 1
     */
    long quantileUs(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int index = 0; seen < wanted; index++) {
            seen += counts[index];
            if (seen >= wanted) {
                return least(index) + (1L << octave(index)) - 1;
            }
        }
        return 0;
    }

    private int last() {
        int word = touched.length - 1;
        while (word >= 0 && touched[word] == 0) {
            word--;
        }
        return word < 0 ? -1 : word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(touched[word]);
    }

    void forEach(Bucket bucket) {
        for (int index = next(0); index >= 0; index = next(index + 1)) {
            bucket.holds(least(index), counts[index]);
        }
    }

    /** The first bucket from this one on that holds anything; −1 if none does. */
    private int next(int from) {
        int word = from >>> 6;
        long left = word < touched.length ? touched[word] & (-1L << from) : 0;
        while (left == 0) {
            if (++word >= touched.length) {
                return -1;
            }
            left = touched[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(left);
    }

    void carry(State state) {
        int buckets = state.count(holding(), Long.BYTES + Integer.BYTES);
        if (state.isReading()) {
            for (int i = 0; i < buckets; i++) {
                add(state.of(0L), state.of(0));
            }
        } else {
            forEach((us, count) -> {
                state.of(us);
                state.of(Math.toIntExact(count));
            });
        }
    }

    /** How many buckets hold anything. */
    private int holding() {
        return Arrays.stream(touched).mapToInt(Long::bitCount).sum();
    }

    void clear() {
        if (total == 0) {
            return;
        }
        for (int word = 0; word < touched.length; word++) {
            if (touched[word] != 0) {
                Arrays.fill(counts, word * Long.SIZE, (word + 1) * Long.SIZE, 0);
                touched[word] = 0;
            }
        }
        total = 0;
    }

    /** The most bytes that {@link #encode} may need. */
    int mostBytes() {
        return HEADER_BYTES + 2 * MOST_BYTES * (int) Math.min(total, counts.length) + MOST_BYTES;
    }

    /** Writes HdrHistogram's encoding V2 into a buffer with an array: counts, and runs of empty buckets as their negative length. */
    void encode(ByteBuffer into) {
        int start = into.position();
        byte[] bytes = into.array();
        int place = into.arrayOffset() + start + HEADER_BYTES;
        int end = 0;
        for (int index = next(0); index >= 0; index = next(end)) {
            place = putEmpty(index - end, bytes, place);
            place = putZigZag(counts[index], bytes, place);
            end = index + 1;
        }
        into.position(place - into.arrayOffset());
        into.putInt(start, COOKIE).putInt(start + 4, into.position() - start - HEADER_BYTES);
        into.putInt(start + 8, 0).putInt(start + 12, SIGNIFICANT_DIGITS);
        into.putLong(start + 16, 1).putLong(start + 24, Math.max(2, maxUs())).putDouble(start + 32, 1);
    }

    private static int putEmpty(int run, byte[] bytes, int place) {
        return run > 0 ? putZigZag(run == 1 ? 0 : -run, bytes, place) : place;
    }

    /** Signed numbers as unsigned ones, the sign last; seven bits a byte, the lowest first. */
    private static int putZigZag(int value, byte[] bytes, int place) {
        long bits = ((long) value << 1) ^ ((long) value >> 63);
        int next = place;
        while (bits >= 0x80) {
            bytes[next++] = (byte) (bits | 0x80);
            bits >>>= 7;
        }
        bytes[next++] = (byte) bits;
        return next;
    }
}
