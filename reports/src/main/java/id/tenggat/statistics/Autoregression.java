package id.tenggat.statistics;

import java.util.Arrays;

/**
 * A series of variance 1 in which each value resembles the one before (an autoregression of the first order): values k apart
 * have the correlation ρ<sup>k</sup>. What a method would tell of such a series can be reckoned, and so corrected.
 *
 * @param correlation of neighbours, ρ: 0 or more, below 1
 */
record Autoregression(double correlation) {

    /** The most that is believed of a series: beyond, no run is long enough. */
    static final double STRONGEST = 0.95;

    private static final int BISECTIONS = 20;

    /**
     * That whose residuals would be as alike as those of a series: by a moving mean, resemblance is taken away with the trend, and
     * put back here. Between 0 and {@link #STRONGEST}.
     *
     * @param observed correlation of residuals so far apart
     * @param apart 1 or 2
     * @param mean what was taken away
     */
    static Autoregression ofResiduals(double observed, int apart, MovingMean mean) {
        double low = 0;
        double high = STRONGEST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean isAbove = new Autoregression(middle).residualCorrelation(apart, mean) > observed;
            low = isAbove ? low : middle;
            high = isAbove ? middle : high;
        }
        return new Autoregression(low);
    }

    /**
     * The mean of the values around each.
     *
     * @param values how many there are
     * @param most how many on either side, 1 or more; nearer to the ends fewer, to either side alike
     */
    record MovingMean(int values, int most) {

        /** How many values on either side of one have their part in it. */
        int around(int value) {
            return Math.min(most, Math.min(value, values - 1 - value));
        }
    }

    /** (1+ρ)/(1−ρ)/n − 2ρ(1−ρⁿ)/(1−ρ)²/n², which is 1/n where nothing resembles anything. */
    double varianceOfMean(int n) {
        double rest = 1 - correlation;
        double ends = 2 * correlation * (1 - Math.pow(correlation, n)) / (rest * rest * n);
        return ((1 + correlation) / rest - ends) / n;
    }

    /** How many independent values tell as much of the mean as n of these; 1 or more. */
    double worth(int n) {
        return Math.max(1, 1 / varianceOfMean(n));
    }

    /** Of the sums of two stretches of this length, of which the second begins so many values later. */
    double covarianceOfSums(int length, int later) {
        double sum = 0;
        for (int k = 1 - length; k < length; k++) {
            sum += (length - Math.abs(k)) * Math.pow(correlation, Math.abs(k + later));
        }
        return sum;
    }

    /** The correlation of values so far apart once a moving mean is taken away from them. */
    double residualCorrelation(int apart, MovingMean mean) {
        Residuals residuals = new Residuals(correlation, mean.most());
        double innermost = residuals.covariance(mean.most(), mean.most(), apart);
        double[] squares = new double[mean.most() + 1];
        Arrays.setAll(squares, around -> residuals.covariance(around, around, 0));
        double product = 0;
        double square = 0;
        for (int i = apart; i < mean.values(); i++) {
            int a = mean.around(i - apart);
            int b = mean.around(i);
            product += a == b && a == mean.most() ? innermost : residuals.covariance(a, b, apart);
            square += (squares[a] + squares[b]) / 2;
        }
        return square == 0 ? 0 : product / square;
    }

    /** Of a value and the mean of those around it. */
    private static final class Residuals {

        private final double[] powers;
        /** At k: of the powers 1 to k. */
        private final double[] sums;

        Residuals(double correlation, int around) {
            int most = 2 * around + 3;
            powers = new double[most];
            sums = new double[most];
            powers[0] = 1;
            for (int k = 1; k < most; k++) {
                powers[k] = powers[k - 1] * correlation;
                sums[k] = sums[k - 1] + powers[k];
            }
        }

        /** Of two residuals whose values are 0 to 2 apart, with so many values around each. */
        double covariance(int a, int b, int apart) {
            double means = 0;
            for (int j = -a; j <= a; j++) {
                means += between(apart - b - j, apart + b - j);
            }
            double wide = 2 * a + 1;
            double other = 2 * b + 1;
            return powers[apart]
                    - between(apart - b, apart + b) / other
                    - between(apart - a, apart + a) / wide
                    + means / (wide * other);
        }

        /** The correlations of values from low to high apart, summed. */
        private double between(int low, int high) {
            if (low > 0) {
                return sums[high] - sums[low - 1];
            } else if (high < 0) {
                return sums[-low] - sums[-high - 1];
            }
            return 1 + sums[-low] + sums[high];
        }
    }
}
