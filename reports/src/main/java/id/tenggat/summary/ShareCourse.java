package id.tenggat.summary;

import id.tenggat.statistics.ClusteredCases;
import id.tenggat.statistics.Interval;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A part of a whole, both counted in every interval. */
final class ShareCourse implements SampledCourse {

    private final double[] parts;
    private final double[] wholes;
    private final Cases cases;

    /** What makes the part more than it is without any. */
    static final class Cases {

        private final double[] those;
        private final double[] trials;
        private final double without;

        /**
         * @param those in each interval
         * @param trials in each interval, each of which may have been one; or several of them, if without any it is not 0
         * @param without the value without any
         */
        Cases(double[] those, double[] trials, double without) {
            this.those = those;
            this.trials = trials;
            this.without = without;
        }
    }

    ShareCourse(double[] parts, double[] wholes, Cases cases) {
        this.parts = parts;
        this.wholes = wholes;
        this.cases = cases;
    }

    @Override
    public OptionalDouble value(int[] weights) {
        return Ratio.of(sum(parts, weights), sum(wholes, weights));
    }

    private static double sum(double[] counts, int[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * counts[i];
        }
        return sum;
    }

    @Override
    public OptionalDouble at(int interval) {
        return Ratio.of(parts[interval], wholes[interval]);
    }

    @Override
    public double size(int interval) {
        return wholes[interval];
    }

    @Override
    public boolean hasManyCases(int[] weights) {
        return sum(cases.those, weights) >= ClusteredCases.FEW_CASES;
    }

    /** By the cases alone, as if each took the same part: nothing is known of the parts of those that did not come. */
    @Override
    public Exact exact(int[] weights, double people, double confidence) {
        ClusteredCases clustered =
                new ClusteredCases(weighted(cases.those, weights), weighted(cases.trials, weights), people);
        if (cases.without == 0) {
            Interval share = clustered.share(confidence);
            return new Exact(share, clustered.worth());
        }
        Interval rate = clustered.rate(confidence);
        return new Exact(new Interval(cases.without + rate.low(), cases.without + rate.high()), clustered.worth());
    }

    private static double[] weighted(double[] counts, int[] weights) {
        return IntStream.range(0, counts.length)
                .filter(i -> weights[i] > 0)
                .mapToDouble(i -> weights[i] * counts[i])
                .toArray();
    }
}
