package id.tenggat.statistics;

import id.tenggat.draw.Draws;
import id.tenggat.statistics.Autoregression.MovingMean;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
 * 59:817, 1991, eq. 6.4).
 *
 * <p>Resamples that stay so near to the run vary less than runs do. By how much can be reckoned for an autoregression
 * ({@link Autoregression}); so the quantiles of 1,000 resamples' values are widened by as much as they would be too narrow for
 * one of the run's resemblance, and as Student's law widens the normal's for as few independent values as the run is worth.
 */
public final class LocalBlockBootstrap {

    /** Fewer intervals tell nothing of each other. */
    public static final int LEAST_INTERVALS = 5;

    private static final int RESAMPLES = 1_000;
    /** Fewer tell nothing of how far they differ. */
    private static final int LEAST_BLOCKS = 4;

    /** Student's law with fewer degrees of freedom has no variance. */
    private static final double LEAST_FREEDOM = 2;

    /** Fixed, so that a report made again says the same. */
    private static final long SEED = 20240906;

    /**
     * How many blocks from its own place a block may come from, to either side alike: nearer to the run's ends it comes from less
     * far, since whoever looked to one side alone would put quiet intervals in the place of the last rush.
     */
    private static final int NEIGHBOURS = 3;

    /** What changes more slowly than over such a part of the run, to either side, is a trend and no resemblance. */
    private static final double TREND = 0.1;

    /** Fewer intervals' neighbours' neighbours resemble each other by chance. */
    private static final int LEAST_FOR_SECOND = 40;

    /** Of a series without noise, as a share of its squares. */
    private static final double ROUNDING = 1e-20;

    /** That a moving mean of so many to either side takes resemblance away too is no longer to be seen. */
    private static final int FAR = 200;

    private final int from;
    private final int to;
    private final int all;
    private final Autoregression like;
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
        this.like = to - from < LEAST_INTERVALS ? new Autoregression(0) : like(Arrays.copyOfRange(series, from, to));
        this.block = block(to - from, like.correlation());
    }

    private static int block(int intervals, double resemblance) {
        double slope = Math.sqrt(6) * resemblance / (1 - resemblance * resemblance);
        double length = Math.cbrt(slope * slope) * Math.cbrt(intervals);
        double most = (double) intervals / LEAST_BLOCKS;
        return (int) Math.max(1, Math.min(Math.max(Math.cbrt(intervals), length), most));
    }

    /**
     * An autoregression's neighbours resemble each other as ρ, their neighbours as ρ². Where each interval has noise of its own, as
     * quantiles of a few requests have, both are less, the first more so; so the greater of both is believed, where there are enough
     * to tell.
     */
    private static Autoregression like(double[] series) {
        MovingMean trend = new MovingMean(series.length, Math.max(2, (int) (TREND * series.length)));
        MovingMean near = new MovingMean(series.length, Math.min(FAR, trend.most()));
        double[] residuals = residuals(series, trend);
        double noise = ROUNDING
                * Arrays.stream(series)
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value * value)
                        .sum();
        double next = Autoregression.ofResiduals(correlation(residuals, 1, noise), 1, near)
                .correlation();
        if (series.length < LEAST_FOR_SECOND) {
            return new Autoregression(next);
        }
        double second = Autoregression.ofResiduals(correlation(residuals, 2, noise), 2, near)
                .correlation();
        return new Autoregression(Math.max(next, second));
    }

    private static double[] residuals(double[] series, MovingMean trend) {
        double[] residuals = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            int around = trend.around(i);
            residuals[i] = series[i]
                    - Arrays.stream(series, i - around, i + around + 1)
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(0);
        }
        return residuals;
    }

    /** Of residuals so far apart; −1 if they are nothing but rounding. */
    private static double correlation(double[] residuals, int apart, double noise) {
        double product = 0;
        double square = 0;
        for (int i = apart; i < residuals.length; i++) {
            if (!Double.isNaN(residuals[i]) && !Double.isNaN(residuals[i - apart])) {
                product += residuals[i] * residuals[i - apart];
                square += (residuals[i] * residuals[i] + residuals[i - apart] * residuals[i - apart]) / 2;
            }
        }
        return square <= noise ? -1 : product / square;
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
        double widening = narrowness()
                * TDistribution.of(freedom()).inverseSurvivalProbability(tail)
                / NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double low = Math.min(observed, sorted[cut]);
        double high = Math.max(observed, sorted[RESAMPLES - 1 - cut]);
        return new Interval(observed - widening * (observed - low), observed + widening * (high - observed));
    }

    /** Student's: neither more blocks nor more independent values than there are can tell of the spread. */
    private double freedom() {
        int intervals = to - from;
        return Math.max(LEAST_FREEDOM, Math.min((double) intervals / block, like.worth(intervals)) - 1);
    }

    /** How many times as far the mean of an autoregression of this resemblance is off as resamples of it tell; 1 or more. */
    private double narrowness() {
        int intervals = to - from;
        Map<Place, Double> told = new HashMap<>();
        double sum = 0;
        for (int begin = from; begin < to; begin += block) {
            sum += told.computeIfAbsent(place(begin), this::variance);
        }
        return Math.max(1, Math.sqrt(like.varianceOfMean(intervals) * intervals * intervals / sum));
    }

    /** Of the sum of a stretch of the autoregression that begins anywhere within reach. */
    private double variance(Place place) {
        int begins = 2 * place.reach + 1;
        double same = like.covarianceOfSums(place.length, 0);
        double common = begins * same;
        for (int later = 1; later < begins; later++) {
            common += 2 * (begins - later) * like.covarianceOfSums(place.length, later);
        }
        return same - common / begins / begins;
    }

    /** A block's place: how many intervals it takes, and from how far they may come. */
    private record Place(int length, int reach) {}

    private Place place(int begin) {
        int length = Math.min(block, to - begin);
        return new Place(length, Math.min(NEIGHBOURS * block, Math.min(begin - from, to - length - begin)));
    }

    private int[] once() {
        int[] weights = new int[all];
        Arrays.fill(weights, from, to, 1);
        return weights;
    }

    /** How often each interval counts in the resample of this number. */
    int[] resample(int number) {
        int[] weights = new int[all];
        for (int begin = from; begin < to; begin += block) {
            Place place = place(begin);
            int drawn = begin - place.reach + (int) (uniform(number, begin) * (2 * place.reach + 1));
            for (int i = 0; i < place.length; i++) {
                weights[drawn + i]++;
            }
        }
        return weights;
    }

    private static double uniform(int number, int place) {
        return Draws.uniform(Draws.next(Draws.next(SEED, number), place));
    }
}
