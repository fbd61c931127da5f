package id.tenggat.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Finds where a series has changed, how often and whenever that may be: E-divisive (Matteson and James, Journal of the
 * American Statistical Association 109:334, 2014), as MongoDB uses it on performance in continuous integration (Daly, Brown,
 * Ingo, O'Leary and Bradford, ICPE 2020). A segment is split where it is least like one ({@link Split}); if that is
 * significant, both parts are searched in the same way.
 *
 * <p>Significant means: of as many orders of the segment's own values, drawn at random, few can be split as clearly. Other
 * than in the paper each segment is tested alone, not together with all others: a noisy stretch then hides no step of a quiet
 * one. A series without any change is given one with the probability of the level; one with k changes may be given k + 1 times
 * as many. Values must not depend on each other but by their changes: a trend is found as a staircase.
 *
 * @param level of significance of each segment's test, {@value #LEAST_LEVEL} to {@value #GREATEST_LEVEL}
 * @param leastSegment values between two change points, 2 or more: so many must have come before a change is found
 * @param seed of the random orders: the same series, settings and seed give the same change points
 */
public record ChangePoints(double level, int leastSegment, long seed) {

    /** A level at which 50,000 orders are drawn for each change point. */
    public static final double LEAST_LEVEL = 0.0001;

    /** A level at which every other series without a change is given one. */
    public static final double GREATEST_LEVEL = 0.5;

    private static final int LEAST_ORDERS = 200;

    /** Of as many orders as the level lets be as clear, one more or less should not decide. */
    private static final int ORDERS_AT_LEVEL = 5;

    /** Orders whose sums were added in another order may differ by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private record Found(int index, double p) {}

    public ChangePoints {
        if (!(level >= LEAST_LEVEL && level <= GREATEST_LEVEL)) {
            throw new IllegalArgumentException(
                    "a level must lie between " + LEAST_LEVEL + " and " + GREATEST_LEVEL + ", found " + level);
        }
        if (leastSegment < 2) {
            throw new IllegalArgumentException("a segment must hold 2 values or more, found " + leastSegment);
        }
    }

    /** How many values a series must have to be searched at all. */
    public int shortest() {
        return 2 * leastSegment;
    }

    /**
     * The change points of a series, in its order; none if it is shorter than two segments. Takes time in proportion to the
     * square of its length and to the change points that it has, at a level of 1 % about a second for 365 values with eleven.
     *
     * @param series finite numbers, in the order of time
     */
    public List<ChangePoint> of(double... series) {
        requireFinite(series);
        List<Found> found = new ArrayList<>();
        divide(series, 0, new Random(seed), found);
        List<ChangePoint> points = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int from = i == 0 ? 0 : found.get(i - 1).index;
            int here = found.get(i).index;
            int until = i == found.size() - 1 ? series.length : found.get(i + 1).index;
            points.add(new ChangePoint(here, found.get(i).p, median(series, from, here), median(series, here, until)));
        }
        return points;
    }

    private static void requireFinite(double[] series) {
        for (int i = 0; i < series.length; i++) {
            if (!Double.isFinite(series[i])) {
                throw new IllegalArgumentException(
                        "a series must hold finite numbers, found " + series[i] + " at index " + i);
            }
        }
    }

    private static double median(double[] series, int from, int until) {
        return Sample.of(Arrays.copyOfRange(series, from, until)).median();
    }

    private void divide(double[] segment, int offset, Random random, List<Found> found) {
        Split split = Split.best(segment, leastSegment);
        double p = p(segment, split, random);
        if (p <= level) {
            divide(Arrays.copyOfRange(segment, 0, split.index()), offset, random, found);
            found.add(new Found(offset + split.index(), p));
            divide(Arrays.copyOfRange(segment, split.index(), segment.length), offset + split.index(), random, found);
        }
    }

    /**
     * The share of orders that can be split as clearly, that of the segment itself among them, so that it is never 0 (Phipson
     * and Smyth, Statistical Applications in Genetics and Molecular Biology 9:39, 2010); 1 as soon as it is above the level.
     */
    private double p(double[] segment, Split split, Random random) {
        int orders = Math.max(LEAST_ORDERS, (int) Math.ceil(ORDERS_AT_LEVEL / level));
        double clear = split.divergence() * (1 - ROUNDING);
        double[] shuffled = segment.clone();
        int asClear = 1;
        for (int order = 1; order < orders && asClear <= level * orders && clear > 0; order++) {
            shuffle(shuffled, random);
            asClear += Split.best(shuffled, leastSegment).divergence() >= clear ? 1 : 0;
        }
        return clear > 0 && asClear <= level * orders ? (double) asClear / orders : 1;
    }

    /** Fisher and Yates. */
    private static void shuffle(double[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double moved = values[i];
            values[i] = values[other];
            values[other] = moved;
        }
    }
}
