package id.tenggat.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ProportionTest {

    /** Each end is where the binomial tail beyond the count that was seen is just α/2. */
    @ParameterizedTest
    @CsvSource({"48, 50, 0.95", "1, 10, 0.95", "5, 10, 0.90", "299, 300, 0.99", "20, 20, 0.95", "0, 20, 0.95"})
    void atEachEndWhatWasSeenIsJustStillCredible(int hits, int runs, double confidence) {
        double tail = (1 - confidence) / 2;
        Interval interval = new Proportion(hits, runs).interval(confidence);
        if (hits > 0) {
            assertThat(1 - atMost(hits - 1, runs, interval.low())).isCloseTo(tail, within(1e-9));
        }
        if (hits < runs) {
            assertThat(atMost(hits, runs, interval.high())).isCloseTo(tail, within(1e-9));
        }
        assertThat(interval.contains((double) hits / runs)).isTrue();
    }

    /** The binomial distribution, summed up. */
    private static double atMost(int hits, int runs, double p) {
        double sum = 0;
        double choose = 1;
        for (int k = 0; k <= hits; k++) {
            sum += choose * Math.pow(p, k) * Math.pow(1 - p, runs - k);
            choose *= (runs - k) / (k + 1.0);
        }
        return sum;
    }

    @Test
    void whatNeverHappenedMayStillHappen() {
        assertThat(new Proportion(0, 299).interval(0.90).high())
                .isCloseTo(1 - Math.pow(0.05, 1 / 299.0), within(1e-12));
        assertThat(new Proportion(0, 299).interval(0.90).low()).isZero();
        assertThat(new Proportion(10, 10).interval(0.95).high()).isEqualTo(1);
    }

    @Test
    void moreHitsThanRunsAreRefused() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("found 3 of 2");
        assertThatThrownBy(() -> new Proportion(0, 0)).hasMessageContaining("found 0 of 0");
    }
}
