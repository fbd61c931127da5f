package id.tenggat.benchmarks;

import id.tenggat.arrival.Schedule;
import id.tenggat.stack.LivePlay;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a live station is held against, and that it serves all who come. No time is asserted. */
class FidelityTest {

    /** By hand: B(2, 1) = 1/5, so that C = 1/3; the queue drains at 2/20 − 1/20 a millisecond. */
    @Test
    void erlangsFormulaTellsTheWait() {
        ErlangC steady = new ErlangC(2, 0.5, 20);
        assertThat(steady.waits()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(steady.meanMs()).isCloseTo(20.0 / 3, within(1e-12));
        assertThat(steady.quantileMs(0.9)).isCloseTo(20 * Math.log(10.0 / 3), within(1e-9));
        assertThat(steady.quantileMs(0.5)).isZero();
    }

    @Test
    void theSimulatorWaitsAsErlangSays() {
        double mean = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> Question.mm16(0.8, Duration.ofMinutes(2)).withSeed(seed))
                .mapToDouble(question ->
                        Waits.simulated(Schedule.of(question.scenario())).meanMs())
                .average()
                .orElseThrow();
        double steady = new ErlangC(Question.MM16_WORKERS, 0.8, Question.MM16_SERVICE_MS).meanMs();
        assertThat(mean).isCloseTo(steady, within(0.05 * steady));
    }

    @Test
    void theQuantileIsThatOfTheSample() {
        Waits waits =
                Waits.of(LongStream.rangeClosed(1, 200).map(i -> i * 1_000_000).toArray());
        assertThat(waits).isEqualTo(new Waits(100.5, 198));
    }

    @Test
    void aLiveStationServesEverybodyAndNobodyBeforeItsTime() {
        Schedule schedule =
                Schedule.of(Question.mm16(0.5, Duration.ofSeconds(1)).scenario());
        long[] waitsNs = LivePlay.waitsNs(schedule);
        assertThat(waitsNs).hasSize(schedule.arrivals());
        assertThat(Arrays.stream(waitsNs).min().orElseThrow()).isNotNegative();
    }

    @Test
    void whatIsBeyondItsToleranceIsOutside() {
        FidelityRow.Run run = new FidelityRow.Run(0.8, 100);
        assertThat(new FidelityRow(run, FidelityRow.Figure.MEAN, new FidelityRow.Values(10.3, 10, 9), 1).isInside())
                .isTrue();
        assertThat(new FidelityRow(run, FidelityRow.Figure.MEAN, new FidelityRow.Values(10.4, 10, 10), 1).isInside())
                .isFalse();
        assertThat(new FidelityRow(run, FidelityRow.Figure.MEAN, new FidelityRow.Values(10.3, 10, 8.9), 1).isInside())
                .isFalse();
        assertThat(new FidelityRow(run, FidelityRow.Figure.P99, new FidelityRow.Values(11, 10, 9), 2).isInside())
                .isTrue();
        assertThat(new FidelityRow(run, FidelityRow.Figure.P99, new FidelityRow.Values(11.2, 10, 9), 2).isInside())
                .isFalse();
    }
}
