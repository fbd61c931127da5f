package id.tenggat.scenario;

import java.util.Arrays;

/**
 * Quantiles of a measured duration at equally spaced probabilities: of N + 1 values the i-th, from 0, is that of i/N. Between
 * two neighbours every duration is equally likely, so that the distribution function is piecewise linear (Law, Simulation
 * Modeling and Analysis, sections 6.2.4 and 8.3.16). Immutable.
 *
 * <pre>
 *   1 |            .-q3
 *     |       .---'
 *     |     q2
 *     |   .'
 *     |  q1
 *   0 |_q0______________ ns
 * </pre>
 */
public final class Quantiles {

    /** The least number of values: the shortest and the longest duration. */
    public static final int LEAST = 2;

    /** The greatest number of values: one in each thousandth of a percent. */
    public static final int MOST = 100_001;

    private final double[] ns;

    private Quantiles(double[] ns) {
        this.ns = ns;
    }

    /**
     * Quantiles in nanoseconds.
     *
     * @throws IllegalArgumentException if there are less than {@value #LEAST} or more than {@value #MOST}, if one is negative,
     *     not finite or below the one before it, or if all are zero
     */
    public static Quantiles ofNs(double... ns) {
        Require.that(
                ns.length >= LEAST && ns.length <= MOST,
                "quantiles must be " + LEAST + " to " + MOST + " in number",
                ns.length);
        double before = 0;
        for (double one : ns) {
            Require.that(
                    one >= before && one < Double.POSITIVE_INFINITY,
                    "a quantile must not be below " + Words.exactly(before),
                    one);
            before = one;
        }
        Require.that(before > 0, "quantiles must not all be zero", before);
        return new Quantiles(ns.clone());
    }

    /** The duration below which this share of the durations lies, from 0 to 1, in nanoseconds; rises with the share. */
    public double atNs(double share) {
        double place = share * (ns.length - 1);
        int below = Math.min((int) place, ns.length - 2);
        double rise = (place - below) * (ns[below + 1] - ns[below]);
        // Rounding must not carry it beyond the next, or it would not rise everywhere.
        return Math.min(ns[below] + rise, ns[below + 1]);
    }

    /** The expected value in nanoseconds: the mean of the means between neighbours. */
    public double meanNs() {
        double twice = 0;
        for (int i = 1; i < ns.length; i++) {
            twice += ns[i - 1] + ns[i];
        }
        return twice / 2 / (ns.length - 1);
    }

    /** Every duration multiplied by this factor, which must be above 0. */
    public Quantiles times(double factor) {
        return ofNs(Arrays.stream(ns).map(one -> one * factor).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantiles that && Arrays.equals(ns, that.ns);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ns);
    }

    /** How many there are, and from where to where. */
    @Override
    public String toString() {
        return ns.length + " quantiles from " + ns[0] + " to " + ns[ns.length - 1] + " ns";
    }
}
