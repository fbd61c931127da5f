package id.tenggat.scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "1500, 1500ns",
        "250000000, 250ms",
        "5400000000000, 90m",
        "7201000000000, 7201s",
        "86400000000000, 1d",
        "-90000000000, -90s",
        "9223372036854775807, 9223372036854775807ns",
    })
    void durations_are_told_exactly_in_the_largest_unit_that_divides_them(long ns, String words) {
        assertThat(Words.exactly(Duration.ofNanos(ns))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.07, 7%", "1, 100%", "0, 0%", "0.0001, 0.01%", "0.123456789, 12.3456789%", "-0.5, -50%", "NaN, NaN%"})
    void shares_are_told_exactly(double share, String words) {
        assertThat(Words.percent(share)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60",
        "1.5, 1.5",
        "1e6, 1000000",
        "123456.789, 123456.789",
        "1e-9, 0.000000001",
        "Infinity, Infinity"
    })
    void numbers_are_told_exactly_and_without_an_exponent(double number, String words) {
        assertThat(Words.exactly(number)).isEqualTo(words);
    }
}
