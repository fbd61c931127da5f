package id.tenggat.statistics;

import id.tenggat.draw.Draws;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How far a number that was observed over a run may be off by chance, from the run itself: the local block bootstrap
 * (Paparoditis and Politis, "Local block bootstrap", C. R. Acad. Sci. Paris 335:959, 2002). A resample puts in the place of each
 * block of intervals one that began not far from it: blocks, since what happens in an interval depends on those before; not far, since
 * a rush toward a deadline is no chance, and the first and the last block stand as they were. How long a block is follows
 * from how strongly an interval resembles the one before, by the rule for a first-order autoregression (Andrews, Econometrica
 * 59:817, 1991, eq. 6.4). The quantiles of 1,000 resamples' values are widened as Student's law widens the normal's for as few
 * blocks.
 */
public final class LocalBlockBootstrap {

    /** Fewer intervals tell nothing of each other. */
    public static final int LEAST_INTERVALS = 20;

    private static final int RESAMPLES = 1_000;
    /** Fewer tell nothing of how far they differ. */
    private static final int LEAST_BLOCKS = 4;

    /** Fixed, so that a report made again says the same. */
    private static final long SEED = 20240906;

    /**
     * How many blocks from its own place a block may come from, to either side alike: nearer to the run's ends it comes from less
     * far, since whoever looked to one side alone would put quiet intervals in the place of the last rush.
     */
    private static final int NEIGHBOURS = 3;

    /** What changes more slowly than over such a part of the run, to either side, is a trend and no resemblance. */
    private static final double TREND = 0.1;

    /** The most that an interval is taken to resemble the one before: beyond, no run is long enough. */
    private static final double STRONGEST = 0.95;

    private final int from;
    private final int to;
    private final int all;
    private final int trend;
    private final int block;

    /**
     * Of some of a run's intervals.
     *
     * @param from the first of them
     * @param to the first after them
     * @param series the number of each interval of the run by itself; not a number where there is none
     */
    public LocalBlockBootstrap(int from, int to, double[] series) {
        if (from < 0 || to < from || series.length < to) {
            throw new IllegalArgumentException(
                    "intervals must lie within the run, found " + from + " to " + to + " of " + series.length);
        }
        this.from = from;
        this.to = to;
        this.all = series.length;
        this.trend = Math.max(2, (int) (TREND * (to - from)));
        this.block = block(to - from, resemblance(series));
    }

    private static int block(int intervals, double resemblance) {
        double slope = Math.sqrt(6) * resemblance / (1 - resemblance * resemblance);
        double length = Math.cbrt(slope * slope) * Math.cbrt(intervals);
        double most = (double) intervals / LEAST_BLOCKS;
        return (int) Math.max(1, Math.min(Math.max(Math.cbrt(intervals), length), most));
    }

    /** The correlation of neighbours, once what changes slowly is taken away; 0 if they do not resemble each other. */
    private double resemblance(double[] series) {
        double[] residuals = new double[to - from];
        for (int i = from; i < to; i++) {
            int around = Math.min(trend, Math.min(i - from, to - 1 - i));
            residuals[i - from] = series[i] - mean(series, i - around, i + around + 1);
        }
        double product = 0;
        double square = 0;
        for (int i = 1; i < residuals.length; i++) {
            if (!Double.isNaN(residuals[i]) && !Double.isNaN(residuals[i - 1])) {
                product += residuals[i] * residuals[i - 1];
                square += (residuals[i] * residuals[i] + residuals[i - 1] * residuals[i - 1]) / 2;
            }
        }
        return square == 0 ? 0 : Math.max(0, Math.min(STRONGEST, product / square));
    }

    private static double mean(double[] series, int from, int to) {
        return Arrays.stream(series, from, to)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    /**
     * The interval of confidence of a number.
     *
     * @param confidence above 0 and below 1
     * @param number of a run in which each interval counts as often as told; empty if it has none
     * @return empty if the intervals are too few, or a resample has no number
     */
    public Optional<Interval> interval(double confidence, Function<int[], OptionalDouble> number) {
        OptionalDouble observed = number.apply(once());
        if (to - from < LEAST_INTERVALS || observed.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted = IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> number.apply(resample(i)).orElse(Double.NaN))
                .sorted()
                .toArray();
        return Double.isNaN(sorted[RESAMPLES - 1])
                ? Optional.empty()
                : Optional.of(around(observed.getAsDouble(), sorted, Interval.level(confidence)));
    }

    private Interval around(double observed, double[] sorted, double confidence) {
        double tail = (1 - confidence) / 2;
        int cut = (int) Math.floor(tail * RESAMPLES);
        double blocks = (double) (to - from) / block;
        double widening = Math.sqrt(blocks / (blocks - 1))
                * TDistribution.of(blocks - 1).inverseSurvivalProbability(tail)
                / NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double low = Math.min(observed, sorted[cut]);
        double high = Math.max(observed, sorted[RESAMPLES - 1 - cut]);
        return new Interval(observed - widening * (observed - low), observed + widening * (high - observed));
    }

    private int[] once() {
        int[] weights = new int[all];
        Arrays.fill(weights, from, to, 1);
        return weights;
    }

    /** How often each interval counts in the resample of this number. */
    int[] resample(int number) {
        int[] weights = new int[all];
        for (int place = from; place < to; place += block) {
            int length = Math.min(block, to - place);
            int reach = Math.min(NEIGHBOURS * block, Math.min(place - from, to - length - place));
            int begin = place - reach + (int) (uniform(number, place) * (2 * reach + 1));
            for (int i = 0; i < length; i++) {
                weights[begin + i]++;
            }
        }
        return weights;
    }

    private static double uniform(int number, int place) {
        return Draws.uniform(Draws.next(Draws.next(SEED, number), place));
    }
}
