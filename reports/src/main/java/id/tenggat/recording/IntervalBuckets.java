package id.tenggat.recording;

import java.util.Arrays;

/** All that one interval held of a latency: its histogram's buckets that hold anything, the lowest first. */
public final class IntervalBuckets {

    private final int interval;
    private final long[] us;
    private final int[] counts;
    private final long total;

    private IntervalBuckets(int interval, long[] us, int[] counts) {
        this.interval = interval;
        this.us = us;
        this.counts = counts;
        this.total = Arrays.stream(counts).asLongStream().sum();
    }

    /** Takes buckets as they come, the lowest first. */
    static final class Builder {

        private final int interval;
        private long[] us = new long[64];
        private int[] counts = new int[64];
        private int size;

        Builder(int interval) {
            this.interval = interval;
        }

        void add(long highestUs, int count) {
            if (size == us.length) {
                us = Arrays.copyOf(us, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            us[size] = highestUs;
            counts[size++] = count;
        }

        IntervalBuckets build() {
            return new IntervalBuckets(interval, Arrays.copyOf(us, size), Arrays.copyOf(counts, size));
        }
    }

    public int interval() {
        return interval;
    }

    /** How many buckets hold anything, 1 or more. */
    public int size() {
        return us.length;
    }

    /** The largest value of a bucket, in microseconds. */
    public long us(int bucket) {
        return us[bucket];
    }

    /** How many values a bucket holds, 1 or more. */
    public int count(int bucket) {
        return counts[bucket];
    }

    /** How many values there are. */
    public long total() {
        return total;
    }

    /** How many values are at most so many microseconds, as far as buckets tell. */
    public long atMost(long limitUs) {
        long count = 0;
        for (int i = 0; i < us.length && us[i] <= limitUs; i++) {
            count += counts[i];
        }
        return count;
    }

    /**
     * The smallest value that at least this share of the values does not exceed, in microseconds, rounded up to its bucket's
     * end.
     *
     * @param share above 0 and up to 1
     */
    public long quantileUs(double share) {
        long wanted = (long) Math.ceil(share * total);
        int bucket = 0;
        for (long count = counts[0]; count < wanted; count += counts[bucket]) {
            bucket++;
        }
        return us[bucket];
    }

    /** The end of the highest bucket. */
    long maxUs() {
        return us[us.length - 1];
    }
}
