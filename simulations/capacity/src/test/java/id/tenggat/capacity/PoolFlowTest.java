package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Two stations of two workers each, a service of 10 s at the first and of 4 s at the second, and one connection for both,
 * worked out by hand. Applicants 0 and 2 do both steps, 1 and 3 only the second:
 *
 * <pre>
 *   s            0         10  14        24  28  32  36
 *   applicant 0  ━━━━━━━━━━┄┄┄┄··············━━━━        ━ served, with the connection
 *   applicant 1   ·········━━━━                          · a worker waits for it
 *   applicant 2    ············━━━━━━━━━━┄┄┄┄····━━━━    ┄ in the queue, for a worker
 *   applicant 3    ······················━━━━
 * </pre>
 */
class PoolFlowTest {

    private static final Instant WINDOW = Models.OPENS.plus(Duration.ofHours(5));
    private static final Station FIRST = Models.station(2, 100, new Fixed(Duration.ofSeconds(10)));
    private static final Station SECOND = Models.station(2, 100, new Fixed(Duration.ofSeconds(4)));
    private static final List<Crowd.Member> FOUR =
            List.of(comes(0, 0, 0), comes(1, 1, 1), comes(2, 0, 2), comes(3, 1, 2));
    private static final int POOL = 2;

    /** What was measured of a station or a pool. */
    private record Seen(long entered, long served, long queueMax, double queueSeconds, double busySeconds) {
        static Seen of(Tally tally, int station) {
            StationSample s = tally.of(station);
            return new Seen(s.entered(), s.served(), s.queueMax(), s.queueNs() / 1e9, s.busyNs() / 1e9);
        }
    }

    @Test
    void firstComeFirstServedOverBothStations() {
        Tally tally = run(Models.patient(), List.of(FIRST, SECOND), FOUR);
        assertThat(tally.calls.stream().filter(call -> call.contains("SERVED")))
                .as("by when they were due: 1 before 2, 2 before 3, 3 before 0")
                .containsExactly(
                        served(0, 0, 10),
                        served(1, 1, 14),
                        served(0, 2, 24),
                        served(1, 2, 28),
                        served(1, 10, 32),
                        served(1, 24, 36));
        assertThat(Seen.of(tally, 0)).isEqualTo(new Seen(2, 2, 0, 0, 32));
        assertThat(Seen.of(tally, 1)).isEqualTo(new Seen(4, 4, 1, 8, 65));
        assertThat(Seen.of(tally, POOL)).isEqualTo(new Seen(6, 6, 3, 61, 36));
    }

    @Test
    void thirdPartiesAreCalledWithoutTheConnectionButWithTheWorker() {
        Tally tally = run(Models.patient(), List.of(FIRST.withThirdParties(List.of(0)), SECOND), FOUR.subList(0, 2));
        assertThat(tally.completedNs)
                .as("6 s later than its service for the first")
                .containsExactly(s(14), s(20));
        assertThat(Seen.of(tally, 0)).isEqualTo(new Seen(1, 1, 0, 0, 16));
        assertThat(Seen.of(tally, POOL)).isEqualTo(new Seen(3, 3, 1, 9, 18));
    }

    @Test
    void aStationThatGoesDownLeavesTheLineAndHandsItsConnectionOn() {
        Clients once = Models.clients(Models.FOREVER, 1, Duration.ZERO);
        List<Crowd.Member> three = List.of(comes(0, 0, 0), comes(2, 0, 1), comes(3, 1, 2));
        Tally tally = run(once, List.of(FIRST, SECOND), three, incident(new Effect.Down(0), 5));
        assertThat(tally.completedNs).containsExactly(s(9));
        assertThat(tally.count(Fate.FAILED)).isEqualTo(2);
        assertThat(Seen.of(tally, POOL)).isEqualTo(new Seen(3, 2, 2, 7, 9));
    }

    @Test
    void serviceIsAsSlowAsWhenTheConnectionIsThere() {
        Tally tally =
                run(Models.patient(), List.of(FIRST, SECOND), FOUR.subList(1, 3), incident(new Effect.Slow(0, 2), 3));
        assertThat(tally.completedNs).as("4 s, then 20 s and 4 s").containsExactly(s(5), s(29));
    }

    @Test
    void aRequestWhoseClientHasLeftWhileItsWorkerWaitsIsServedAllTheSame() {
        Clients hasty = Models.clients(Duration.ofSeconds(5), 1, Duration.ZERO);
        Tally tally = run(hasty, List.of(FIRST, Models.noticing(SECOND)), FOUR.subList(0, 2));
        assertThat(tally.count(Fate.TIMED_OUT)).isEqualTo(2);
        assertThat(tally.of(1).wasted()).isEqualTo(1);
        assertThat(tally.of(1).wastedNs()).isEqualTo(13e9);
        assertThat(Seen.of(tally, POOL)).isEqualTo(new Seen(2, 2, 1, 9, 14));
    }

    @Test
    void whoAskAtTheSameInstantStandByApplicantStepAndAttempt() {
        Requests requests = new Requests();
        Line line = new Line(requests);
        int[][] keys = {{9, 0, 0, 1}, {7, 0, 0, 2}, {5, 1, 0, 2}, {5, 0, 3, 2}, {5, 0, 1, 2}, {1, 0, 0, 3}};
        for (int[] key : keys) {
            int request = requests.add(0, key[0], key[1], key[2]);
            requests.startedNs[request] = key[3];
            line.addByBeginning(request);
        }
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = line.first();
            line.remove(order[i]);
        }
        assertThat(order).containsExactly(0, 4, 3, 2, 1, 5);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    /** Each call is an event then, but all happens as without a pool. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPoolThatIsNeverExhaustedChangesNothing(int seed) {
        Scenario shared = SwarmTest.scenario(seed);
        Stack plain = new Stack(shared.stack().stations(), shared.stack().thirdParties());
        List<Integer> all = IntStream.range(0, plain.stations().size()).boxed().toList();
        Pool plenty = new Pool("plenty", Pool.LARGEST, all);
        Stack pooled = new Stack(plain.stations(), plain.thirdParties(), List.of(plenty));
        Tally without = played(Models.with(shared, plain));
        Tally with = played(Models.with(shared, pooled));
        String rowsOfPool = "\\d+ " + all.size() + " StationSample.*";
        assertThat(with.calls.stream().filter(call -> !call.matches(rowsOfPool)).sorted())
                .containsExactlyElementsOf(without.calls.stream().sorted().toList());
        assertThat(with.of(all.size()).queueMax()).isZero();
    }

    /** A worker waits, or works with a connection; after that it only waits for third parties. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWorkersDoIsWhatThePoolKnows(int seed) {
        Scenario shared = SwarmTest.scenario(seed);
        Stack plain = new Stack(shared.stack().stations(), shared.stack().thirdParties());
        List<Integer> all = IntStream.range(0, plain.stations().size()).boxed().toList();
        Tally tally = played(Models.with(
                shared,
                new Stack(plain.stations(), plain.thirdParties(), List.of(new Pool("scarce", 1 + seed % 3, all)))));
        StationSample pool = tally.of(all.size());
        double busyNs = all.stream().mapToDouble(i -> tally.of(i).busyNs()).sum();
        if (plain.thirdParties().isEmpty()) {
            assertThat(pool.queueNs() + pool.busyNs()).isCloseTo(busyNs, within(busyNs * 1e-12));
        } else {
            assertThat(pool.queueNs() + pool.busyNs()).isLessThanOrEqualTo(busyNs * (1 + 1e-12));
        }
        assertThat(pool.busyNs()).isLessThanOrEqualTo(pool.capacityNs());
        long entered = all.stream().mapToLong(i -> tally.of(i).entered()).sum();
        assertThat(pool.entered()).isBetween(pool.served(), entered);
    }

    private static Tally played(Scenario scenario) {
        Tally tally = Tally.ofEverything();
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally;
    }

    private static Tally run(Clients clients, List<Station> stations, List<Crowd.Member> crowd, Incident... incidents) {
        Tally tally = Tally.ofEverything();
        new Simulator(schedule(clients, stations, crowd, incidents), tally, Watch.NOBODY).run();
        return tally;
    }

    /** Everybody is a member of the crowd, so that they come at exactly the given times; all first arrivals are at night. */
    private static Schedule schedule(
            Clients clients, List<Station> stations, List<Crowd.Member> crowd, Incident... incidents) {
        Double[] onlyMidnight = new Double[24];
        Arrays.fill(onlyMidnight, 0.0);
        onlyMidnight[0] = 1.0;
        Arrivals atMidnight = new Arrivals(new Arrivals.Curve.Uniform(), new Arrivals.DayShape(List.of(onlyMidnight)));
        Scenario whole = Models.scenario(4, atMidnight, Duration.ofDays(1), clients, stations);
        Stack stack = new Stack(
                whole.stack().stations(),
                List.of(new ThirdParty("bank", new Fixed(Duration.ofSeconds(6)), 0)),
                List.of(new Pool("database", 1, List.of(0, 1))));
        Slice hour = new Slice(Optional.of(new Slice.Window.At(WINDOW, Duration.ofHours(1))), 1, 1);
        return Schedule.of(Models.with(Models.with(whole, stack), hour, incidents), new Crowd(crowd));
    }

    private static String served(int step, int dueSeconds, int doneSeconds) {
        return step + " SERVED " + s(dueSeconds) + " " + s(dueSeconds) + " " + s(doneSeconds);
    }

    private static Crowd.Member comes(int applicant, int step, int atSeconds) {
        return new Crowd.Member(applicant, step, 0, 0, 0, s(atSeconds));
    }

    private static Incident incident(Effect effect, int fromSeconds) {
        Instant from = WINDOW.plusSeconds(fromSeconds);
        return new Incident("incident", effect, from, from.plusSeconds(600));
    }

    private static long s(int seconds) {
        return seconds * 1_000_000_000L;
    }
}
