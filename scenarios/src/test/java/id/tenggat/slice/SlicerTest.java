package id.tenggat.slice;

import id.tenggat.arrival.Scenarios;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlicerTest {

    private static final Scenario WHOLE = Scenarios.plain();

    @Test
    void theWholeSliceChangesNothing() {
        assertThat(Slicer.apply(WHOLE, Slice.WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void aFractionShrinksStationsAlike() {
        Stack.Station station = station(0.5, 1);
        assertThat(station.workers()).isEqualTo(5);
        assertThat(station.queueLimit()).isEqualTo(50);
        assertThat(station.admission()).isEqualTo(new Stack.Admission.TokenBucket(25, 10));
        assertThat(station.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aConcurrencyLimitFollowsTheSizeAndKeepsItsTimes() {
        Range range = new Range(1, 20, 200);
        assertThat(new ConcurrencyLimit.Aimd(range, Duration.ofSeconds(2), 0.9).resized(0.1))
                .isEqualTo(new ConcurrencyLimit.Aimd(new Range(1, 2, 20), Duration.ofSeconds(2), 0.9));
        assertThat(new ConcurrencyLimit.Gradient(range, 4, Duration.ofSeconds(1)).resized(2.5))
                .isEqualTo(new ConcurrencyLimit.Gradient(new Range(3, 50, 500), 10, Duration.ofSeconds(1)));
    }

    @Test
    void whatCountsCallsFollowsTheSize() {
        CallRules rules = new CallRules(
                Optional.of(new CallRules.Breaker(0.5, 20, Duration.ofSeconds(30), 3)),
                Optional.of(new CallRules.Retries(3, 0.1, 10)));
        assertThat(rules.resized(0.1))
                .isEqualTo(new CallRules(
                        Optional.of(new CallRules.Breaker(0.5, 2, Duration.ofSeconds(30), 1)),
                        Optional.of(new CallRules.Retries(3, 0.1, 1))));
    }

    @Test
    void timeLapseGrowsStationsAndRunsPeopleFasterButNotTheMachines() {
        Scenario fast = Slicer.apply(WHOLE, new Slice(Optional.empty(), 1, 60));
        Stack.Station station = fast.stack().stations().get(0);
        assertThat(station.workers()).isEqualTo(600);
        assertThat(station.serviceTime())
                .isEqualTo(WHOLE.stack().stations().get(0).serviceTime());
        assertThat(station.retryAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(fast.clients().timeout()).isEqualTo(WHOLE.clients().timeout());
        assertThat(fast.clients().returns().after()).isEqualTo(new Fixed(Duration.ofMinutes(2)));
        assertThat(fast.timeline().nsAt(WHOLE.calendar().closes()))
                .isEqualTo(WHOLE.timeline().nsAt(WHOLE.calendar().closes()) / 60);
    }

    @Test
    void aStationKeepsAtLeastOneWorkerAndTheRoundingIsStated() {
        Scenario tiny = Slicer.apply(WHOLE, new Slice(Optional.empty(), 0.01, 1));
        assertThat(tiny.stack().stations().get(0).workers()).isEqualTo(1);
        assertThat(Slicer.roundings(WHOLE, tiny)).containsExactly("portal: 1 workers for an exact 0.10");
        assertThat(Slicer.roundings(WHOLE, Slicer.apply(WHOLE, new Slice(Optional.empty(), 0.5, 1))))
                .isEmpty();
    }

    @Test
    void aSliceOfASliceIsRefused() {
        Scenario sliced = Slicer.apply(WHOLE, new Slice(Optional.empty(), 0.5, 1));
        assertThatThrownBy(() -> Slicer.apply(sliced, Slice.WHOLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a slice of a slice");
    }

    @Test
    void aWindowOutsideOfTheCalendarIsRefused() {
        Slice tooEarly = new Slice(Optional.of(new Slice.Window.Last(Duration.ofDays(30))), 1, 1);
        assertThatThrownBy(() -> Slicer.apply(WHOLE, tooEarly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the window must begin between");
    }

    private static Stack.Station station(double fraction, double timeLapse) {
        return Slicer.apply(WHOLE, new Slice(Optional.empty(), fraction, timeLapse))
                .stack()
                .stations()
                .get(0);
    }

    @Test
    void aStationTooLargeToCountIsRefusedAndNeverBecomesAnother() {
        Stack.Station station = WHOLE.stack().stations().get(0);
        Scenario large = WHOLE.withStack(new Stack(
                List.of(station.resized(10, 4_300_000, station.admission())),
                WHOLE.stack().thirdParties()));
        assertThatThrownBy(() -> Slicer.apply(large, new Slice(Optional.empty(), 1, 1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "station portal would have 4,300,000,000 places in the queue; ask for a smaller time-lapse");
    }
}
