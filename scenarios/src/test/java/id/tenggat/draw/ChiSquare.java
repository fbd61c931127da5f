package id.tenggat.draw;

import java.util.Arrays;

/** Pearson's goodness of fit, with exact tail probabilities of the chi-square distribution. */
final class ChiSquare {

    private ChiSquare() {}

    /** Probability of a fit that is no better than this, if each draw falls into cell i with these probabilities. */
    static double probability(int[] counts, double[] probabilities) {
        long n = 0;
        for (int count : counts) {
            n += count;
        }
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = n * probabilities[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return upperTail(statistic, counts.length - 1);
    }

    /** The same for cells that are equally likely. */
    static double probability(int[] counts) {
        double[] equal = new double[counts.length];
        Arrays.fill(equal, 1.0 / counts.length);
        return probability(counts, equal);
    }

    /**
     * P(χ² ≥ x): the regularised incomplete gamma function Q(df/2, x/2), by its series or its continued fraction
     * (Abramowitz and Stegun, 6.5.29 and 6.5.31).
     */
    static double upperTail(double x, int degreesOfFreedom) {
        double a = degreesOfFreedom / 2.0;
        double half = x / 2;
        if (half <= 0) {
            return 1;
        }
        double front = StrictMath.exp(-half + a * StrictMath.log(half) - logGamma(degreesOfFreedom));
        return half < a + 1 ? 1 - front * series(a, half) : front * fraction(a, half);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double tail = 0;
        for (int n = 4000; n > 0; n--) {
            tail = n * (n - a) / (x + 2 * n + 1 - a - tail);
        }
        return 1 / (x + 1 - a - tail);
    }

    /** ln Γ(df / 2) from Γ(1) = 1, Γ(½) = √π and Γ(z + 1) = z Γ(z). */
    private static double logGamma(int degreesOfFreedom) {
        double sum = degreesOfFreedom % 2 == 0 ? 0 : StrictMath.log(Math.PI) / 2;
        for (int twice = degreesOfFreedom - 2; twice > 0; twice -= 2) {
            sum += StrictMath.log(twice / 2.0);
        }
        return sum;
    }
}
