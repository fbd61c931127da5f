package id.tenggat.summary;

import id.tenggat.recording.IntervalBuckets;
import id.tenggat.statistics.ClusteredCases;
import id.tenggat.statistics.Interval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A quantile of latencies, always of the intervals' merged histograms: quantiles are never averaged. How many values of each
 * interval lie at or below a bucket is counted when somebody asks, and kept: resamples ask for the same few buckets.
 */
final class QuantileCourse implements SampledCourse {

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
        return sum(weights, counts) == 0 ? OptionalDouble.empty() : OptionalDouble.of(us[index(weights)] * NS_PER_US);
    }

    /** Where the quantile stands among all values; there must be one. */
    private int index(int[] weights) {
        long wanted = wanted(sum(weights, counts));
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
        return low;
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
    public boolean hasManyCases(int[] weights) {
        long count = sum(weights, counts);
        return count - wanted(count) >= ClusteredCases.FEW_CASES;
    }

    /**
     * By how many values lie beyond: the quantile is surely not above a value if surely no more lie beyond it than may, and surely not
     * below one if surely more do. Of one step each applicant has one value; what values of one interval have in common is
     * reckoned with. Without an upper end if there are too few values to tell of the quantile at all.
     */
    @Override
    public Exact exact(int[] weights, double people, double confidence) {
        int observed = index(weights);
        int high = observed;
        while (high < us.length && !(beyond(high, weights).share(confidence).high() <= 1 - share)) {
            high++;
        }
        int low = observed - 1;
        while (low >= 0 && !(beyond(low, weights).share(confidence).low() > 1 - share)) {
            low--;
        }
        return new Exact(
                new Interval(
                        low < 0 ? 0 : us[low] * NS_PER_US,
                        high == us.length ? Double.POSITIVE_INFINITY : us[high] * NS_PER_US),
                beyond(observed, weights).worth());
    }

    /** The values above one, as cases of all. */
    private ClusteredCases beyond(int index, int[] weights) {
        long[] within = atMost.computeIfAbsent(index, this::countAtMost);
        int[] there = IntStream.range(0, counts.length)
                .filter(i -> weights[i] > 0 && counts[i] > 0)
                .toArray();
        return new ClusteredCases(
                Arrays.stream(there)
                        .mapToDouble(i -> weights[i] * (counts[i] - within[i]))
                        .toArray(),
                Arrays.stream(there).mapToDouble(i -> weights[i] * counts[i]).toArray(),
                sum(weights, counts));
    }
}
