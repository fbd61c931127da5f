package id.tenggat.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class QuantilesTest {

    private static final Quantiles STEEP = Quantiles.ofNs(100, 200, 200, 1000);

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "0.1666666666666666667, 150",
        "0.4, 200",
        "0.6666666666666666, 200",
        "0.8333333333333333333, 600",
        "1, 1000"
    })
    void whatLiesBetweenIsOnAStraightLine(double share, double expected) {
        assertThat(STEEP.atNs(share)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theMeanIsThatOfTheTrapezoids() {
        assertThat(STEEP.meanNs()).isEqualTo((150 + 200 + 600) / 3.0, within(1e-9));
        assertThat(STEEP.times(0.5).meanNs()).isEqualTo(STEEP.meanNs() / 2);
        assertThat(Quantiles.ofNs(0, 1).meanNs()).isEqualTo(0.5);
    }

    /** The last digits of the share, where rounding could carry a value beyond its neighbour. */
    @Test
    void theyRiseWithTheShareToTheLastDigit() {
        Random random = new Random(20241128);
        for (int round = 0; round < 200; round++) {
            Quantiles quantiles = Quantiles.ofNs(sorted(random));
            double before = 0;
            for (int i = 1; i < 300; i++) {
                double share = i / 300.0;
                for (double one : new double[] {Math.nextDown(share), share, Math.nextUp(share)}) {
                    assertThat(quantiles.atNs(one)).as("round %d", round).isGreaterThanOrEqualTo(before);
                    before = quantiles.atNs(one);
                }
            }
        }
    }

    private static double[] sorted(Random random) {
        return random.doubles(2 + random.nextInt(30))
                .map(x -> x * Math.pow(10, random.nextInt(18)))
                .sorted()
                .toArray();
    }

    @Test
    void theyAreValues() {
        double[] given = {1, 2};
        Quantiles quantiles = Quantiles.ofNs(given);
        given[0] = 2;
        assertThat(quantiles).isEqualTo(Quantiles.ofNs(1, 2)).hasSameHashCodeAs(Quantiles.ofNs(1, 2));
        assertThat(quantiles).isNotEqualTo(Quantiles.ofNs(1, 3)).hasToString("2 quantiles from 1.0 to 2.0 ns");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1           | quantiles must be 2 to 100001 in number, found 1
            2 1         | a quantile must not be below 2, found 1
            -1 1        | a quantile must not be below 0, found -1
            NaN 1       | a quantile must not be below 0, found NaN
            1 Infinity  | a quantile must not be below 1
            0 0         | quantiles must not all be zero, found 0
            """)
    void whatIsNoDistributionIsRefused(String ns, String rule) {
        double[] values =
                Arrays.stream(ns.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThatThrownBy(() -> Quantiles.ofNs(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }
}
