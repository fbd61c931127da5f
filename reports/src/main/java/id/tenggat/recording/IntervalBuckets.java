package id.tenggat.recording;

/** All that one interval held of a latency: its histogram's buckets that hold anything, the lowest first. */
public final class IntervalBuckets {

    private final int interval;
    private final long[] us;
    private final int[] counts;

    /** The largest value of each bucket in microseconds, rising, and what it holds. */
    IntervalBuckets(int interval, long[] us, int[] counts) {
        this.interval = interval;
        this.us = us;
        this.counts = counts;
    }

    public int interval() {
        return interval;
    }

    /** How many buckets hold anything. */
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
}
