package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A deterministic overload that a retry storm keeps alive: arrivals every 1/7 s, one server of 0.1 s, a client timeout of
 * 0.5 s, 3 retries each 0.05 s after the timeout; from 30 s to 31 s the server begins no service. A request that any of
 * its attempts completes is complete, and counts once.
 *
 * <pre>
 *   completions in 10 s    70 ┤▔▔▔▔▔▔▔╲
 *                             │        ╲  collapsed for ever at 70 % load:
 *                           0 ┤         ╲▁▁▁▁▁▁▁▁ every answer comes too late
 *                             0     30 31    50
 * </pre>
 */
class MetastabilityOracleTest {

    private static final Instant WINDOW = Models.OPENS.plus(Duration.ofHours(5));
    private static final Station FIFO =
            Models.station(Discipline.FIFO, Abandon.UNNOTICED, 1_000_000, new Fixed(Duration.ofMillis(100)));

    @Test
    void retriesKeepTheServerCollapsedLongAfterTheFreeze() {
        assertThat(completions(FIFO, retries(3), 7, Duration.ofSeconds(1))).startsWith(17, 0, 0, 0, 0);
    }

    @Test
    void withoutRetriesItRecovers() {
        assertThat(completions(FIFO, retries(0), 7, Duration.ofSeconds(1))).startsWith(55, 70);
    }

    @Test
    void atLowerLoadItRecovers() {
        assertThat(completions(FIFO, retries(3), 4, Duration.ofSeconds(1))).startsWith(40, 40);
    }

    @Test
    void afterAShorterFreezeItRecovers() {
        assertThat(completions(FIFO, retries(3), 7, Duration.ofMillis(400))).startsWith(70, 70);
    }

    @Test
    void aShortQueueRecovers() {
        Station shortQueue = Models.station(Discipline.FIFO, Abandon.UNNOTICED, 4, new Fixed(Duration.ofMillis(100)));
        assertThat(completions(shortQueue, retries(3), 7, Duration.ofSeconds(1)))
                .startsWith(63, 70, 70);
    }

    @Test
    void lastComeFirstServedRecovers() {
        Station lifo = Models.station(Discipline.LIFO, Abandon.UNNOTICED, 1_000_000, new Fixed(Duration.ofMillis(100)));
        assertThat(completions(lifo, retries(3), 7, Duration.ofSeconds(1))).startsWith(69, 70, 70);
    }

    @Test
    void aServerThatNoticesWhoLeftRecovers() {
        Station noticing =
                Models.station(Discipline.FIFO, Abandon.NOTICED, 1_000_000, new Fixed(Duration.ofMillis(100)));
        assertThat(completions(noticing, retries(3), 7, Duration.ofSeconds(1))).startsWith(70, 70, 70);
    }

    @Test
    void aServerThatLooksWhetherItsClientIsStillThereRecovers() {
        assertThat(completions(guarded(new Dropping.Abandoned()), retries(3), 7, Duration.ofSeconds(1)))
                .startsWith(70, 70, 70);
    }

    @Test
    void controlledDelayRecovers() {
        Dropping coDel = new Dropping.CoDel(Duration.ofMillis(100), Duration.ofMillis(500));
        assertThat(completions(guarded(coDel), retries(3), 7, Duration.ofSeconds(1))
                        .get(7))
                .isEqualTo(70);
    }

    @Test
    void aLimitOnHowManyAreInsideThatLearnsFromHowLongTheyAreRecovers() {
        Station limited = FIFO.resized(
                1,
                FIFO.queueLimit(),
                new ConcurrencyLimit.Aimd(new ConcurrencyLimit.Range(1, 100, 1000), Duration.ofMillis(400), 0.5));
        assertThat(completions(limited, retries(3), 7, Duration.ofSeconds(1)).get(7))
                .isEqualTo(70);
    }

    private static Station guarded(Dropping dropping) {
        return FIFO.withSafeguards(Safeguards.dropping(dropping));
    }

    private static Clients retries(int retries) {
        return Models.hearingLateAnswers(Models.clients(Duration.ofMillis(500), 1 + retries, Duration.ofMillis(50)));
    }

    /** Completions per 10 s from 30 s on. */
    private static List<Integer> completions(Station station, Clients clients, int perSecond, Duration freeze) {
        Tally tally = new Tally();
        new Simulator(schedule(station, clients, perSecond, freeze), tally, Watch.NOBODY).run();
        int[] tens = new int[8];
        for (long ns : tally.completedNs) {
            int ten = (int) (ns / 10_000_000_000L) - 3;
            if (ten >= 0 && ten < tens.length) {
                tens[ten]++;
            }
        }
        return IntStream.of(tens).boxed().toList();
    }

    /** Everybody is a member of the crowd, so that they come at exactly the given times; all first arrivals are at night. */
    private static Schedule schedule(Station station, Clients clients, int perSecond, Duration freeze) {
        int seconds = 110;
        double[] onlyMidnight = new double[24];
        onlyMidnight[0] = 1;
        Arrivals atMidnight = new Arrivals(
                new Arrivals.Curve.Uniform(),
                new Arrivals.DayShape(
                        java.util.Arrays.stream(onlyMidnight).boxed().toList()));
        Scenario whole = Models.scenario(
                seconds * perSecond, atMidnight, Duration.ofDays(1), clients, Collections.singletonList(station));
        Scenario scenario = Models.with(
                whole,
                new Slice(Optional.of(new Slice.Window.At(WINDOW, Duration.ofSeconds(seconds))), 1, 1),
                new Incident(
                        "freeze",
                        new Incident.Effect.Frozen(0),
                        WINDOW.plusSeconds(30),
                        WINDOW.plusSeconds(30).plus(freeze)));
        List<Crowd.Member> members = IntStream.range(0, seconds * perSecond)
                .mapToObj(k -> new Crowd.Member(k, 0, 0, 0, 0, k * 1_000_000_000L / perSecond))
                .toList();
        return Schedule.of(scenario, new Crowd(members));
    }
}
