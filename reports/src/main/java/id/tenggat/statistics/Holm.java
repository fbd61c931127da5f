package id.tenggat.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Several tests at once (Holm, Scandinavian Journal of Statistics 6:65, 1979). Of twenty metrics of which none has changed,
 * one is significant at 5 % by chance; of adjusted p values not even one is, but in 5 % of all such cases, however the metrics
 * depend on each other.
 */
public final class Holm {

    private Holm() {}

    /**
     * What to hold against a level instead: the k-th smallest of n is multiplied by n − k + 1, and is not below a smaller one.
     *
     * @param p each 0 to 1
     * @return in the same order, each at most 1
     */
    public static double[] adjusted(double... p) {
        requireProbabilities(p);
        double[] adjusted = new double[p.length];
        double greatest = 0;
        int left = p.length;
        for (int i : rising(p)) {
            greatest = Math.max(greatest, Math.min(1, p[i] * left));
            adjusted[i] = greatest;
            left--;
        }
        return adjusted;
    }

    private static void requireProbabilities(double[] p) {
        if (!Arrays.stream(p).allMatch(one -> one >= 0 && one <= 1)) {
            throw new IllegalArgumentException("p values must lie between 0 and 1, found " + Arrays.toString(p));
        }
    }

    private static int[] rising(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
