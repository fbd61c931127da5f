package id.tenggat.recording;

import id.tenggat.fixture.NationScenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class IntervalLengthTest {

    @ParameterizedTest
    @CsvSource({"1s, 1", "600s, 1", "601s, 2", "7200s, 30", "1555200s, 3600", "60000000s, 604800"})
    void isTheShortestRoundOneThatLeavesAtMostSixHundred(String span, long seconds) {
        long spanNs = Duration.parse("PT" + span).toNanos();
        assertThat(IntervalLength.proposedNs(spanNs)).isEqualTo(seconds * 1_000_000_000L);
    }

    @Test
    void ofTheNationIsAnHourAndOfALapsedWindowLess() {
        assertThat(IntervalLength.proposedNs(NationScenario.whole()))
                .isEqualTo(Duration.ofHours(1).toNanos());
        Slice slice = new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(2))), 1, 60);
        assertThat(IntervalLength.proposedNs(Slicer.apply(NationScenario.whole(), slice)))
                .isEqualTo(Duration.ofSeconds(1).toNanos());
    }
}
