package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Outcome.End;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.OverflowException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run ends: by its own end, or with a clear word. */
class LimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofDays(1000);

    /** A thousand applicants in an hour, all but the first turned away, who try again after a second. */
    private static Scenario overloaded() {
        return Models.uniform(
                1000,
                HOUR,
                Models.clients(HOUR, 1000, Duration.ofSeconds(1)),
                Models.station(1, 0, new Fixed(Duration.ofDays(1))));
    }

    private static Outcome run(Scenario scenario, long attemptsLimit) {
        return new Simulator(Schedule.of(scenario), new Tally(), new Supervision(Watch.NOBODY, attemptsLimit)).run();
    }

    @Test
    void aRunThatSendsTooMuchIsStopped() {
        Outcome outcome = run(overloaded(), 100_000);
        assertThat(outcome.end()).isEqualTo(End.TOO_MANY_ATTEMPTS);
        assertThat(outcome.interrupted()).isTrue();
        assertThat(outcome.attempts()).as("looked at every 32,768 events").isBetween(100_001L, 100_000L + (1 << 15));
    }

    @Test
    void aLimitThatIsNotReachedChangesNothing() {
        Outcome free = run(overloaded(), Long.MAX_VALUE);
        assertThat(free.end()).isEqualTo(End.COMPLETE);
        assertThat(free.attempts()).isGreaterThan(200_000);
        assertThat(run(overloaded(), free.attempts())).isEqualTo(free);
    }

    @Test
    void theTimeBeforeAWindowHasTheSameLimit() {
        Slice last = new Slice(Optional.of(new Slice.Window.Last(Duration.ofMinutes(1))), 1, 1);
        assertThatThrownBy(() -> FastForward.crowd(overloaded(), last, new Supervision(Watch.NOBODY, 100_000)))
                .isInstanceOf(TooManyAttemptsException.class)
                .hasMessageStartingWith("more than 100,000 attempts were sent")
                .hasMessageContaining("--attempts-limit");
    }

    @Test
    void aLimitNobodyStatesGrowsWithTheApplicants() {
        assertThat(Supervision.of(Watch.NOBODY, overloaded()).attemptsLimit()).isEqualTo(1_000_000_000);
        Scenario nation = Models.uniform(4_000_000, HOUR, Models.patient(), Models.station(1, 0, Fixed.ZERO));
        assertThat(Supervision.of(Watch.NOBODY, nation).attemptsLimit()).isEqualTo(4_000_000_000L);
    }

    @Test
    void theWatchHearsHowFarTheRunHasCome() {
        var seen = new java.util.ArrayList<Standing>();
        Watch watch = at -> seen.add(at);
        Outcome outcome = new Simulator(Schedule.of(overloaded()), new Tally(), watch).run();
        assertThat(seen).hasSize((int) (outcome.events() >> 15));
        assertThat(seen).isSortedAccordingTo(java.util.Comparator.comparingLong(Standing::arrived));
        assertThat(seen).allSatisfy(at -> assertThat(at.inside()).isBetween(1L, at.arrived()));
        assertThat(seen.get(seen.size() - 1).arrived()).isBetween(900L, 1000L);
    }

    private static Scenario one(Station station, Incident... incidents) {
        return Models.with(Models.uniform(10, HOUR, Models.patient(), station), Slice.WHOLE, incidents);
    }

    private static Incident slow() {
        return new Incident(
                "slow", new Incident.Effect.Slow(0, 10_000), Models.OPENS, Models.OPENS.plus(Duration.ofHours(2)));
    }

    /** Ten thousand times a thousand days are 27,379 years: more than a long of nanoseconds has room for. */
    @Test
    void workThatEndsAfterTheEndOfTimeIsAnErrorInBothWays() {
        assertEndsTime(one(Models.station(1, 100, new Fixed(LONG)), slow()));
        assertEndsTime(one(Models.station(Discipline.LIFO, Abandon.UNNOTICED, 100, new Fixed(LONG)), slow()));
    }

    @Test
    void queuesThatReachBeyondTheEndOfTimeAreAnErrorToo() {
        assertEndsTime(Models.uniform(
                100, HOUR, Models.patient(), Models.station(1, 1000, new Distribution.Exponential(LONG))));
    }

    private static void assertEndsTime(Scenario scenario) {
        assertThatThrownBy(() -> run(scenario, Long.MAX_VALUE))
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("the time that a worker of station server-0 is held")
                .hasMessageContaining("engine time ends 53376d after its beginning");
    }
}
