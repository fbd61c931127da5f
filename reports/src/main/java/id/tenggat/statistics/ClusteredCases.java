package id.tenggat.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

import java.util.Arrays;

/**
 * Cases among trials, both counted in clusters: rejections among requests, interval by interval. Trials of one cluster are not
 * independent, nor are those of one applicant; so they are worth fewer that are: their number by the design effect, and exact
 * intervals are of as many (Korn and Graubard, Survey Methodology 24:193, 1998). The design effect is how much more the cases
 * vary from cluster to cluster than independent ones would, or how many trials an applicant makes, whichever is more.
 */
public final class ClusteredCases {

    /** Fewer clusters tell little of how much they vary; how much more they may, is allowed for. */
    public static final int FEW_CLUSTERS = 5;

    /** Fewer cases are counted, not resampled. */
    public static final int FEW_CASES = 10;

    /** Of the clusters' variance, if they are few: it may be as much more than it seems. */
    private static final double TAIL = 0.05;

    private final double[] cases;
    private final double[] trials;
    private final double independent;

    /**
     * @param cases of each cluster, 0 or more
     * @param trials of each cluster, 0 or more
     * @param independent at most so many trials are independent of each other, however evenly the cases come
     */
    public ClusteredCases(double[] cases, double[] trials, double independent) {
        if (cases.length != trials.length || !(independent >= 0)) {
            throw new IllegalArgumentException("each cluster must have its cases and trials, found " + cases.length
                    + " and " + trials.length + ", " + independent + " independent");
        }
        this.cases = cases.clone();
        this.trials = trials.clone();
        this.independent = independent;
    }

    private double sumOfCases() {
        return Math.max(0, Arrays.stream(cases).sum());
    }

    private double sumOfTrials() {
        return Arrays.stream(trials).sum();
    }

    /** As many independent trials would tell as much; 0 if nothing is known of how they depend on each other. */
    public double worth() {
        double sum = sumOfTrials();
        return Math.min(independent, sum / Math.max(1, designEffect()));
    }

    /**
     * The interval of the probability of a case (Clopper and Pearson). Of none among n it is 0 to 1 − (α/2)<sup>1/n</sup>, about 3.7/n
     * at 95 %.
     *
     * @param confidence above 0 and below 1
     */
    public Interval share(double confidence) {
        double tail = (1 - Interval.level(confidence)) / 2;
        double n = worth();
        if (n <= 0) {
            return new Interval(0, 1);
        }
        double hits = Math.min(1, sumOfCases() / sumOfTrials()) * n;
        double low = hits == 0 ? 0 : BetaDistribution.of(hits, n - hits + 1).inverseCumulativeProbability(tail);
        double high = hits >= n ? 1 : BetaDistribution.of(hits + 1, n - hits).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }

    /**
     * The interval of the mean number of cases a trial, of which one may have several (Garwood, Biometrika 28:437, 1936).
     *
     * @param confidence above 0 and below 1
     */
    public Interval rate(double confidence) {
        double tail = (1 - Interval.level(confidence)) / 2;
        double n = worth();
        if (n <= 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double hits = sumOfCases() / sumOfTrials() * n;
        double low = hits == 0 ? 0 : GammaDistribution.of(hits, 1).inverseCumulativeProbability(tail) / n;
        return new Interval(low, GammaDistribution.of(hits + 1, 1).inverseSurvivalProbability(tail) / n);
    }

    /** Infinite if many cases lie in one cluster: nothing tells how far another would differ. */
    private double designEffect() {
        int clusters = (int) Arrays.stream(trials).filter(of -> of > 0).count();
        double sum = sumOfCases();
        double seen = sum == 0 ? 1 : Math.max(1, dispersion(clusters, sum / sumOfTrials()));
        if (clusters >= FEW_CLUSTERS || sum < FEW_CASES) {
            return seen;
        }
        return clusters < 2
                ? Double.POSITIVE_INFINITY
                : seen
                        * (clusters - 1)
                        / ChiSquaredDistribution.of(clusters - 1).inverseCumulativeProbability(TAIL);
    }

    /** Pearson's χ² of the clusters, of as many degrees of freedom as 1: 1 if they differ by chance alone. */
    private double dispersion(int clusters, double share) {
        double squares = 0;
        double rest = share < 1 ? 1 - share : 1;
        for (int i = 0; i < cases.length; i++) {
            double off = cases[i] - share * trials[i];
            squares += trials[i] > 0 ? off * off / (share * rest * trials[i]) : 0;
        }
        return clusters < 2 ? 1 : squares / (clusters - 1);
    }
}
