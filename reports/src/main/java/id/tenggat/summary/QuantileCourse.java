package id.tenggat.summary;

import id.tenggat.recording.IntervalBuckets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * A quantile of latencies, always of the intervals' merged histograms: quantiles are never averaged. How many values of each
 * interval lie at or below a bucket is counted when somebody asks, and kept: resamples ask for the same few buckets.
 */
final class QuantileCourse implements Course {

    /** A quantile is as good as the values beyond it. */
    private static final int LEAST_BEYOND = 10;

    private static final double NS_PER_US = 1e3;

    private final double share;
    private final IntervalBuckets[] buckets;
    private final long[] counts;
    private final long[] us;
    private final Map<Integer, long[]> atMost = new HashMap<>();

    /** @param share above 0 and below 1 */
    QuantileCourse(double share, int intervals, List<IntervalBuckets> overTime) {
        this.share = share;
        this.buckets = new IntervalBuckets[intervals];
        this.counts = new long[intervals];
        for (IntervalBuckets one : overTime) {
            buckets[one.interval()] = one;
            counts[one.interval()] = one.total();
        }
        this.us = overTime.stream()
                .flatMapToLong(one -> LongStream.range(0, one.size()).map(bucket -> one.us((int) bucket)))
                .distinct()
                .sorted()
                .toArray();
    }

    @Override
    public OptionalDouble value(int[] weights) {
        long wanted = wanted(sum(weights, counts));
        if (wanted == 0) {
            return OptionalDouble.empty();
        }
        int low = 0;
        int high = us.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sum(weights, atMost.computeIfAbsent(middle, this::countAtMost)) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalDouble.of(us[low] * NS_PER_US);
    }

    /** How many values the quantile does not exceed; 0 if there are none. */
    private long wanted(long count) {
        return (long) Math.ceil(share * count);
    }

    private static long sum(int[] weights, long[] counts) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * counts[i];
        }
        return sum;
    }

    private long[] countAtMost(int index) {
        long[] count = new long[counts.length];
        for (int i = 0; i < count.length; i++) {
            count[i] = counts[i] == 0 ? 0 : buckets[i].atMost(us[index]);
        }
        return count;
    }

    @Override
    public OptionalDouble at(int interval) {
        return counts[interval] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(buckets[interval].quantileUs(share) * NS_PER_US);
    }

    @Override
    public double size(int interval) {
        return counts[interval];
    }

    @Override
    public boolean hasInterval(int[] weights) {
        long count = sum(weights, counts);
        return count - wanted(count) >= LEAST_BEYOND;
    }
}
