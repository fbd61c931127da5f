package id.tenggat.report;

import id.tenggat.scenario.Metric.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"1, 100.0%", "0.99996, >99.9%", "0.5, 50.0%", "0.0004, <0.1%", "0, 0.0%"})
    void aShareIsNeverAllOrNothingUnlessItIs(double share, String words) {
        assertThat(Figures.percent(share)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "SHARE, 0.99999, >99.99%",
        "SHARE, 1, 100%",
        "DURATION, 1240000000, 1.24s",
        "COUNT, 1204, '1,204'",
        "RATIO, 1.5, 1.5"
    })
    void aMetricsValueHasItsUnit(Unit unit, double value, String words) {
        assertThat(Figures.of(unit, value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"SHARE, -0.02448, -2.45 pt", "DURATION, 3037000000, +3.037s", "COUNT, 0, 0"})
    void aMarginHasASign(Unit unit, double value, String words) {
        assertThat(Figures.margin(unit, value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "999, 999us", "1234, 1.23ms", "59999999, 60s", "18446744073, 5.111h"})
    void aLatencyHasThreeDigits(long us, String words) {
        assertThat(Figures.latencyUs(us)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.0667, 0.0667/s", "37.1, 37.1/s", "12345.6, '12,346/s'"})
    void aRateIsPerSecond(double rate, String words) {
        assertThat(Figures.perSecond(rate)).isEqualTo(words);
    }
}
