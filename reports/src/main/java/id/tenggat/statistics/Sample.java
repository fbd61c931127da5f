package id.tenggat.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Independent observations of one number: a run's mean, quantile or share, one a run. What was observed inside a run
 * depends on each other and is never thrown together with other runs'; so a quantile's interval is that of the mean of
 * the runs' own quantiles (Law, Simulation Modeling and Analysis, 5th ed., 9.4).
 */
public final class Sample {

    private final double[] values;
    private final double[] sorted;
    private final double mean;

    private Sample(double[] values) {
        this.values = values;
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.mean = sorted[0] == sorted[sorted.length - 1]
                ? sorted[0]
                : Arrays.stream(sorted).sum() / sorted.length;
    }

    /**
     * The observations, in order of run.
     *
     * @param values one or more, all finite
     */
    public static Sample of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "a sample must hold one or more finite numbers, found " + Arrays.toString(values));
        }
        return new Sample(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** The observations, in order of run. */
    double[] values() {
        return values.clone();
    }

    public double mean() {
        return mean;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /** The middle one, or half way between the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /** With n − 1 as the divisor; of 2 observations or more. */
    public double standardDeviation() {
        requireSeveral();
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (size() - 1));
    }

    /**
     * The interval that holds the expected value with this confidence, if the observations are about normal: mean ±
     * t(n − 1) · s/√n, by Student. Of 2 observations or more.
     *
     * @param confidence above 0 and below 1
     */
    public Interval meanInterval(double confidence) {
        requireSeveral();
        double upperTail = (1 - Interval.level(confidence)) / 2;
        double t = TDistribution.of(size() - 1).inverseSurvivalProbability(upperTail);
        double half = t * standardDeviation() / Math.sqrt(size());
        return new Interval(mean - half, mean + half);
    }

    /**
     * What each run gained over its twin in another sample: a run and its twin have the same seed, so that a variant that
     * changes nothing differs by exactly 0 (common random numbers).
     *
     * @param other of the same size, in the same order of runs
     */
    public Sample minus(Sample other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException(
                    "paired samples must be of one size, found " + size() + " and " + other.size());
        }
        return new Sample(IntStream.range(0, size())
                .mapToDouble(i -> values[i] - other.values[i])
                .toArray());
    }

    private void requireSeveral() {
        if (size() < 2) {
            throw new IllegalArgumentException("one observation says nothing about the spread: observe 2 or more");
        }
    }
}
