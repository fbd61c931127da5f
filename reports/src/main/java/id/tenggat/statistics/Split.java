package id.tenggat.statistics;

/**
 * Where a series is least like one: the values before an index against those from it on, up to wherever they differ most.
 *
 * @param index of the first value of the second part
 * @param divergence the energy statistic q̂ of both parts, in the unit of the values; 0 if the series can't be split
 */
record Split(int index, double divergence) {

    private static final Split NONE = new Split(0, 0);

    /**
     * The split with the greatest q̂ (Matteson and James, Journal of the American Statistical Association 109:334, 2014,
     * with α = 1): nm/(n+m) times twice the mean distance between values of both parts, less the mean distance of two values
     * of the one and of the other. All of them take n² distances: as the split moves one value to the left, each sum over the
     * second part grows by that value's distances, and what is not within a part is between them.
     *
     * @param least values in a part, 2 or more
     */
    static Split best(double[] values, int least) {
        double[] first = distancesWithinFirst(values);
        double[] second = new double[values.length + 1];
        Split best = NONE;
        for (int index = values.length - 1; index >= least; index--) {
            addDistances(second, values, index);
            for (int end = index + least; end <= values.length; end++) {
                double between = first[end] - first[index] - second[end];
                double divergence = divergence(index, end - index, between, first[index], second[end]);
                if (divergence > best.divergence) {
                    best = new Split(index, divergence);
                }
            }
        }
        return best;
    }

    private static double divergence(double n, double m, double between, double first, double second) {
        return 2 / (n + m) * (between - first * m / (n - 1) - second * n / (m - 1));
    }

    /** At k: of each pair of the first k values. */
    private static double[] distancesWithinFirst(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int k = 0; k < values.length; k++) {
            double toEarlier = 0;
            for (int i = 0; i < k; i++) {
                toEarlier += Math.abs(values[k] - values[i]);
            }
            sums[k + 1] = sums[k] + toEarlier;
        }
        return sums;
    }

    /** To the sums at each end, over the pairs from index + 1 on and before that end, those of the value at the index. */
    private static void addDistances(double[] sums, double[] values, int index) {
        double toLater = 0;
        for (int j = index + 1; j < values.length; j++) {
            toLater += Math.abs(values[j] - values[index]);
            sums[j + 1] += toLater;
        }
    }
}
