package id.tenggat.slice;

import id.tenggat.arrival.Scenarios;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.WaitingRoom;
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
    void aWaitingRoomFollowsTheSizeAndTheTimesOfPeople() {
        WaitingRoom room = room(50, 100, 1000, 18_000, 60_000);
        Scenario scenario =
                Scenarios.with(WHOLE, WHOLE.stack().stations().get(0).resized(10, 100, room));
        assertThat(admission(scenario, 0.5, 1)).isEqualTo(room(25, 50, 500, 18_000, 60_000));
        assertThat(admission(scenario, 0.5, 60)).isEqualTo(room(1500, 3000, 30_000, 300, 1000));
        assertThat(admission(scenario, 0.0001, 1)).isEqualTo(room(0.005, 1, 1, 18_000, 60_000));
    }

    private static WaitingRoom room(double rate, double burst, int places, long pollMs, long leavesAfterMs) {
        return new WaitingRoom(
                rate,
                burst,
                places,
                Duration.ofMillis(pollMs),
                Optional.of(new Fixed(Duration.ofMillis(leavesAfterMs))));
    }

    private static Stack.Admission admission(Scenario whole, double fraction, double timeLapse) {
        return Slicer.apply(whole, new Slice(Optional.empty(), fraction, timeLapse))
                .stack()
                .stations()
                .get(0)
                .admission();
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
    void autoscalingFollowsTheSizeAndTheTimesOfWhoeverOperatesIt() {
        Autoscaling scaling = scaling(4, 40, 30_000, 120_000, 300_000);
        Stack.Station station = WHOLE.stack().stations().get(0).withAutoscaling(Optional.of(scaling));
        Scenario scenario = Scenarios.with(WHOLE, station);
        assertThat(scaled(scenario, new Slice(Optional.empty(), 0.5, 1)))
                .isEqualTo(scaling(2, 20, 30_000, 120_000, 300_000));
        assertThat(scaled(scenario, new Slice(Optional.empty(), 0.5, 60)))
                .isEqualTo(scaling(120, 1200, 500, 2_000, 5_000));
        assertThat(scaled(scenario, new Slice(Optional.empty(), 1e-5, 1e5)).every())
                .as("no more often than is allowed")
                .isEqualTo(Autoscaling.SHORTEST);
    }

    private static Autoscaling scaling(int least, int most, long everyMs, long delayMs, long downAfterMs) {
        return new Autoscaling(
                least,
                most,
                0.7,
                Duration.ofMillis(everyMs),
                Duration.ofMillis(delayMs),
                Duration.ofMillis(downAfterMs));
    }

    private static Autoscaling scaled(Scenario whole, Slice slice) {
        return Slicer.apply(whole, slice)
                .stack()
                .stations()
                .get(0)
                .autoscaling()
                .orElseThrow();
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
    void theRoundingOfWaitingRoomsAndAutoscalingIsStatedToo() {
        Stack.Station station = WHOLE.stack()
                .stations()
                .get(0)
                .resized(10, 100, room(50, 100, 5, 0, 1000))
                .withAutoscaling(Optional.of(scaling(1, 30, 1000, 1000, 1000)));
        Scenario whole = Scenarios.with(WHOLE, station);
        assertThat(Slicer.roundings(whole, Slicer.apply(whole, new Slice(Optional.empty(), 0.1, 1))))
                .containsExactly(
                        "portal: 1 places in the waiting room for an exact 0.50 1 workers at least for an exact 0.10");
    }

    @Test
    void aPoolFollowsTheSizeKeepsAConnectionAndTheRoundingIsStated() {
        Scenario sharing = sharing(new Pool("database", 30, List.of(0)));
        assertThat(poolSize(sharing, 0.5, 1)).isEqualTo(15);
        assertThat(poolSize(sharing, 1, 60)).isEqualTo(1800);
        assertThat(poolSize(sharing, 0.01, 1)).isEqualTo(1);
        Slice slice = new Slice(Optional.empty(), 0.05, 1);
        assertThat(Slicer.roundings(sharing, Slicer.apply(sharing, slice)))
                .containsExactly("portal: 1 workers for an exact 0.50", "database: 2 connections for an exact 1.50");
        assertThat(Slicer.apply(sharing, slice).stack().poolOf(0)).contains(0);
    }

    private static int poolSize(Scenario sharing, double fraction, double timeLapse) {
        Scenario sliced = Slicer.apply(sharing, new Slice(Optional.empty(), fraction, timeLapse));
        return sliced.stack().pools().get(0).size();
    }

    private static Scenario sharing(Pool pool) {
        Scenario s = WHOLE;
        return s.withStack(new Stack(s.stack().stations(), s.stack().thirdParties(), List.of(pool)));
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

    @Test
    void levelledBringsEverybodyEvenlyAndLetsThemFinish() {
        Slice slice = new Slice(Optional.empty(), 1, 60, Slice.Coming.LEVELLED, 0.01);
        Scenario levelled = Slicer.apply(WHOLE, slice);
        assertThat(levelled.arrivals().curve()).isEqualTo(new Arrivals.Curve.Uniform());
        assertThat(levelled.calendar().closes()).isEqualTo(WHOLE.calendar().closesFinally());
        assertThat(Duration.between(
                        levelled.calendar().closes(), levelled.calendar().closesFinally()))
                .isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(levelled.journey().steps())
                .extracting(Journey.Step::payloadBytes)
                .containsExactlyElementsOf(WHOLE.journey().steps().stream()
                        .map(s -> (s.payloadBytes() + 99) / 100)
                        .toList());
    }

    @Test
    void levelledHasNoWindow() {
        Optional<Slice.Window> window = Optional.of(new Slice.Window.Last(Duration.ofHours(1)));
        assertThatThrownBy(() -> new Slice(window, 1, 1, Slice.Coming.LEVELLED, 1))
                .hasMessageContaining("levelled takes the whole calendar");
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
