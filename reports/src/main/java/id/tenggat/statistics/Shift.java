package id.tenggat.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether, and by how much, one of two independent samples lies above or below the other: the test of Mann and Whitney
 * (Annals of Mathematical Statistics 18:50, 1947), which asks for no distribution, with the estimates of Hodges and
 * Lehmann (the same, 34:598, 1963). What runs have in common, a seed or a machine's hour, makes them pairs, and pairs are
 * no independent samples: subtract them ({@link Sample#minus}).
 *
 * @param p one-sided: how probable at most so much of a shift, or more, is where there is none; above 0, at most 1
 * @param leastP the smallest p that as many observations can give: if it is above the level, they are too few to tell
 * @param difference median of all differences of an observation of the second sample from one of the first
 * @param ratio median of all ratios of one of the second to one of the first; empty unless all are above 0
 * @param delta Cliff's: how often an observation of the second is the greater one of such a pair, less how often it is the
 *     lesser one; −1 to 1, 0 where neither is
 */
public record Shift(double p, double leastP, double difference, OptionalDouble ratio, double delta) {

    /** Which way the second sample is suspected to lie of the first; to be chosen before the samples are seen. */
    public enum Suspected {
        HIGHER(AlternativeHypothesis.GREATER_THAN),
        LOWER(AlternativeHypothesis.LESS_THAN);

        private final AlternativeHypothesis hypothesis;

        Suspected(AlternativeHypothesis hypothesis) {
            this.hypothesis = hypothesis;
        }
    }

    /**
     * Of the second sample against the first. Where no two values are the same and neither sample has more than 50, p is
     * exact; else it is that of the normal distribution, corrected for ties and for continuity, but never below what an
     * exact test could give.
     */
    public static Shift between(Sample first, Sample second, Suspected suspected) {
        double[] from = first.values();
        double[] to = second.values();
        return new Shift(
                p(from, to, suspected),
                leastP(from.length, to.length),
                median(from, to, (x, y) -> y - x),
                isPositive(from) && isPositive(to)
                        ? OptionalDouble.of(median(from, to, (x, y) -> y / x))
                        : OptionalDouble.empty(),
                delta(from, to));
    }

    /**
     * Of each observation of the second sample against its twin in the first, with the same draws: by Wilcoxon's signed ranks
     * (Biometrics Bulletin 1:80, 1945). Twins that are the same tell nothing; if all are, p is 1.
     *
     * @param second of the same size, in the same order
     */
    public static Shift ofPairs(Sample first, Sample second, Suspected suspected) {
        double[] differences = second.minus(first).values();
        double[] from = first.values();
        double[] to = second.values();
        double[] ratios = IntStream.range(0, from.length)
                .mapToDouble(i -> to[i] / from[i])
                .toArray();
        return new Shift(
                signedRankP(differences, suspected),
                Math.pow(0.5, differences.length),
                walsh(differences),
                isPositive(from) && isPositive(to)
                        ? OptionalDouble.of(Sample.of(ratios).median())
                        : OptionalDouble.empty(),
                Arrays.stream(differences).map(Math::signum).average().orElseThrow());
    }

    private static double signedRankP(double[] differences, Suspected suspected) {
        double sign = suspected == Suspected.HIGHER ? 1 : -1;
        return SignedRanks.p(
                Arrays.stream(differences).map(difference -> sign * difference).toArray());
    }

    /** The median of the means of all pairs of differences, each with itself too (Hodges and Lehmann). */
    private static double walsh(double[] differences) {
        return Sample.of(IntStream.range(0, differences.length)
                        .boxed()
                        .flatMapToDouble(i ->
                                IntStream.rangeClosed(0, i).mapToDouble(j -> differences[i] / 2 + differences[j] / 2))
                        .toArray())
                .median();
    }

    /**
     * The smallest p that samples of these sizes can ever give: that of one order of all observations out of all that are
     * equally probable, 1 / C(m + n, m). Two samples of 3 can't tell anything at a level of 1 %.
     *
     * @param m 1 or more
     * @param n 1 or more
     */
    public static double leastP(int m, int n) {
        if (m < 1 || n < 1) {
            throw new IllegalArgumentException("samples must hold 1 or more, found " + m + " and " + n);
        }
        double p = 1;
        for (int i = 1; i <= m; i++) {
            p *= i / (double) (n + i);
        }
        return p;
    }

    private static double p(double[] from, double[] to, Suspected suspected) {
        if (isConstant(DoubleStream.concat(Arrays.stream(from), Arrays.stream(to)))) {
            return 1;
        }
        double p = MannWhitneyUTest.withDefaults()
                .with(suspected.hypothesis)
                .test(to, from)
                .getPValue();
        return Math.min(1, Math.max(p, leastP(from.length, to.length)));
    }

    private static boolean isConstant(DoubleStream values) {
        return values.distinct().limit(2).count() < 2;
    }

    private static boolean isPositive(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0);
    }

    private static double median(double[] from, double[] to, DoubleBinaryOperator ofPair) {
        return Sample.of(pairs(from, to, ofPair).toArray()).median();
    }

    private static double delta(double[] from, double[] to) {
        return pairs(from, to, (x, y) -> Math.signum(y - x)).average().orElseThrow();
    }

    private static DoubleStream pairs(double[] from, double[] to, DoubleBinaryOperator ofPair) {
        return Arrays.stream(from).flatMap(x -> Arrays.stream(to).map(y -> ofPair.applyAsDouble(x, y)));
    }
}
