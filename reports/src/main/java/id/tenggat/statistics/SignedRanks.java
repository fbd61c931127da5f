package id.tenggat.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

import java.util.Arrays;

/**
 * Wilcoxon's test of signed ranks (Biometrics Bulletin 1:80, 1945) where differences tie, as those of latencies from a
 * histogram's buckets do: exact all the same, over all ways to sign the ranks that were found, ties having the mean of theirs
 * (Pratt and Gibbons, Concepts of Nonparametric Theory, 1981, ch. 3).
 */
final class SignedRanks {

    /** The work grows with the third power; so many are about normal. */
    private static final int MOST_EXACT = 100;

    private SignedRanks() {}

    /** How probable so large a sum of positive ranks, or a larger one, is if signs are chance; 1 if nothing differs. */
    static double p(double[] differences) {
        double[] found =
                Arrays.stream(differences).filter(difference -> difference != 0).toArray();
        if (found.length == 0) {
            return 1;
        } else if (found.length > MOST_EXACT) {
            return WilcoxonSignedRankTest.withDefaults()
                    .with(AlternativeHypothesis.GREATER_THAN)
                    .test(found)
                    .getPValue();
        }
        int[] ranks = doubledRanks(found);
        int positive = 0;
        for (int i = 0; i < found.length; i++) {
            positive += found[i] > 0 ? ranks[i] : 0;
        }
        return atLeast(positive, ranks);
    }

    /** Twice the rank of each size, so that means of ties are whole. */
    private static int[] doubledRanks(double[] found) {
        double[] sizes = Arrays.stream(found).map(Math::abs).sorted().toArray();
        int[] ranks = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            int first = firstOf(sizes, Math.abs(found[i]));
            int last = first;
            while (last + 1 < sizes.length && sizes[last + 1] == sizes[first]) {
                last++;
            }
            ranks[i] = first + last + 2;
        }
        return ranks;
    }

    private static int firstOf(double[] sorted, double size) {
        int first = 0;
        while (sorted[first] != size) {
            first++;
        }
        return first;
    }

    private static double atLeast(int sum, int[] ranks) {
        double[] probability = new double[Arrays.stream(ranks).sum() + 1];
        probability[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int s = reached; s >= 0; s--) {
                probability[s] = (probability[s] + (s >= rank ? probability[s - rank] : 0)) / 2;
            }
        }
        return Math.min(1, Arrays.stream(probability, sum, probability.length).sum());
    }
}
