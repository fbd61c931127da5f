package id.tenggat.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SampleTest {

    /** Two-sided quantiles of Student's t as every textbook's table has them. */
    @ParameterizedTest
    @CsvSource({"2, 0.95, 12.706", "5, 0.90, 2.132", "10, 0.95, 2.262", "10, 0.99, 3.250", "31, 0.95, 2.042"})
    void theHalfWidthIsStudentsQuantileTimesTheStandardError(int size, double confidence, double t) {
        Sample sample =
                Sample.of(IntStream.rangeClosed(1, size).mapToDouble(i -> i * i).toArray());
        double standardError = sample.standardDeviation() / Math.sqrt(size);
        Interval interval = sample.meanInterval(confidence);
        assertThat(interval.halfWidth() / standardError).isCloseTo(t, within(0.0006));
        assertThat((interval.low() + interval.high()) / 2).isCloseTo(sample.mean(), within(1e-9));
    }

    @Test
    void itsNumbersAreThoseWorkedOutByHand() {
        Sample sample = Sample.of(4, 1, 7, 0);
        assertThat(sample.mean()).isEqualTo(3);
        assertThat(sample.min()).isZero();
        assertThat(sample.median()).isEqualTo(2.5);
        assertThat(sample.max()).isEqualTo(7);
        assertThat(sample.standardDeviation()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItPromises() {
        Random random = new Random(20240906);
        long held = IntStream.range(0, 4000)
                .mapToObj(i -> Sample.of(
                        random.doubles(8).map(u -> u + random.nextDouble()).toArray()))
                .filter(sample -> sample.meanInterval(0.95).contains(1))
                .count();
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.012));
    }

    @Test
    void observationsThatAgreeLeaveNoDoubt() {
        assertThat(Sample.of(0.1, 0.1, 0.1).meanInterval(0.95)).isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void aTwinThatDoesTheSameDiffersByExactlyNothing() {
        Sample sample = Sample.of(0.1, 0.7, 1e9);
        assertThat(sample.minus(Sample.of(0.1, 0.7, 1e9)).meanInterval(0.99)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void runsArePairedInTheirOrder() {
        Sample gained = Sample.of(5, 1, 3).minus(Sample.of(4, 0, 2));
        assertThat(gained.min()).isEqualTo(1);
        assertThat(gained.max()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void aConfidenceLiesBetweenNothingAndAll(double confidence) {
        assertThatThrownBy(() -> Sample.of(1, 2).meanInterval(confidence))
                .hasMessage("a confidence must lie between 0 and 1, found " + confidence);
    }

    @Test
    void whatSaysNothingIsRefused() {
        assertThatThrownBy(() -> Sample.of()).hasMessageContaining("one or more finite numbers");
        assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessageContaining("found [1.0, NaN]");
        assertThatThrownBy(() -> Sample.of(1).meanInterval(0.95)).hasMessageContaining("observe 2 or more");
        assertThatThrownBy(() -> Sample.of(1, 2).minus(Sample.of(1))).hasMessageContaining("found 2 and 1");
    }
}
