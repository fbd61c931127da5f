package id.tenggat.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * In how many of several independent runs something was so.
 *
 * @param hits 0 to runs
 * @param runs 1 or more
 */
public record Proportion(int hits, int runs) {

    public Proportion {
        if (runs < 1 || hits < 0 || hits > runs) {
            throw new IllegalArgumentException(
                    "hits must lie between 0 and the number of runs, which is 1 or more, found " + hits + " of "
                            + runs);
        }
    }

    /** Hits of runs, 0 to 1. */
    public double share() {
        return (double) hits / runs;
    }

    /**
     * The exact interval of Clopper and Pearson (Biometrika 26:404, 1934), from quantiles of the beta distribution: holds
     * the true probability with this confidence or more. Without a single hit in n runs its high end is 1 − (α/2)^(1/n).
     *
     * @param confidence above 0 and below 1
     */
    public Interval interval(double confidence) {
        double tail = (1 - Interval.level(confidence)) / 2;
        double low =
                hits == 0 ? 0 : BetaDistribution.of(hits, runs - hits + 1.0).inverseCumulativeProbability(tail);
        double high =
                hits == runs ? 1 : BetaDistribution.of(hits + 1.0, runs - hits).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }
}
