package id.tenggat.statistics;

import id.tenggat.statistics.Autoregression.MovingMean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Formulas held against sums over all pairs of values. */
class AutoregressionTest {

    private static final double EXACT = 1e-12;

    /** Of two weighted sums of one series. */
    private static double covariance(double correlation, double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                sum += first[i] * second[j] * Math.pow(correlation, Math.abs(i - j));
            }
        }
        return sum;
    }

    /** Which values are taken, and how often, for the residual of one. */
    private static double[] residual(int values, int of, int around) {
        double[] weights = new double[values];
        int near = Math.min(around, Math.min(of, values - 1 - of));
        for (int i = of - near; i <= of + near; i++) {
            weights[i] -= 1.0 / (2 * near + 1);
        }
        weights[of] += 1;
        return weights;
    }

    private static double[] stretch(int values, int from, int length) {
        double[] weights = new double[values];
        Arrays.fill(weights, from, from + length, 1);
        return weights;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 17", "0.5, 1", "0.5, 17", "0.95, 60"})
    void varianceOfTheMean(double correlation, int values) {
        double[] all = stretch(values, 0, values);
        assertThat(new Autoregression(correlation).varianceOfMean(values))
                .isCloseTo(covariance(correlation, all, all) / values / values, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0", "0, 3, 2", "0, 3, 5", "0.7, 4, 0", "0.7, 4, 3", "0.7, 4, 9"})
    void covarianceOfStretches(double correlation, int length, int later) {
        assertThat(new Autoregression(correlation).covarianceOfSums(length, later))
                .isCloseTo(covariance(correlation, stretch(30, 0, length), stretch(30, later, length)), within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, 2, 1",
        "0.6, 20, 2, 1",
        "0.6, 25, 6, 1",
        "0.9, 60, 6, 1",
        "0.3, 5, 2, 1",
        "0.9, 60, 6, 2",
        "0.3, 5, 2, 2"
    })
    void whatAMovingMeanLeavesOfResemblance(double correlation, int values, int around, int apart) {
        double product = 0;
        double square = 0;
        for (int i = apart; i < values; i++) {
            double[] one = residual(values, i - apart, around);
            double[] next = residual(values, i, around);
            product += covariance(correlation, one, next);
            square += (covariance(correlation, one, one) + covariance(correlation, next, next)) / 2;
        }
        assertThat(new Autoregression(correlation).residualCorrelation(apart, new MovingMean(values, around)))
                .isCloseTo(product / square, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatTheMovingMeanTookIsPutBack(int apart) {
        MovingMean mean = new MovingMean(60, 6);
        for (double correlation : new double[] {0.4, 0.5, 0.8, 0.9}) {
            double seen = new Autoregression(correlation).residualCorrelation(apart, mean);
            assertThat(seen).isLessThan(correlation);
            assertThat(Autoregression.ofResiduals(seen, apart, mean).correlation())
                    .isCloseTo(correlation, within(1e-4));
        }
        assertThat(Autoregression.ofResiduals(-1, apart, mean).correlation()).isZero();
        assertThat(Autoregression.ofResiduals(1, apart, mean).correlation()).isCloseTo(0.95, within(1e-4));
    }

    @Test
    void aSeriesIsWorthAtLeastOneValue() {
        assertThat(new Autoregression(0).worth(60)).isCloseTo(60, within(1e-9));
        assertThat(new Autoregression(0.5).worth(60)).isBetween(20.0, 21.0);
        assertThat(new Autoregression(0.99).worth(5)).isBetween(1.0, 1.1);
    }
}
