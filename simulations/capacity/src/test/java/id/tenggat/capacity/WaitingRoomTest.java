package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A waiting room, by cases that were computed by hand: who comes when, and what becomes of it when. */
class WaitingRoomTest {

    private static final Station ROOMY = Models.station(10, 100, new Fixed(Duration.ofMillis(100)));
    private static final Clients ONCE = Models.clients(Duration.ofSeconds(2), 1, Duration.ZERO);
    private static final Instant WINDOW = Models.OPENS.plus(Duration.ofHours(12));
    private static final Optional<Distribution> NEVER = Optional.empty();

    /** Tokens at 0, 1, 2 and 3 s; the last comes at 1.5 s, while somebody waits. */
    @Test
    void eachTokenLetsInWhoeverHasWaitedLongest() {
        Tally tally = run(withRoom(ROOMY, room(1, 1, 0, NEVER)), ONCE, 0, 100, 200, 1500);
        assertThat(fates(tally))
                .containsExactly("0: SERVED 100", "100: SERVED 1100", "200: SERVED 2100", "1500: SERVED 3100");
        assertThat(tally.queueNs).isEqualTo((900 + 1800 + 1500) * 1e6);
        assertThat(tally.samples.get(0).queueMax()).isEqualTo(2);
        assertThat(tally.samples.get(0).entered()).isEqualTo(4);
    }

    @Test
    void aBurstGoesInAtOnceAndTokensAreKeptWhileNobodyWaits() {
        Tally tally = run(withRoom(ROOMY, room(1, 2, 0, NEVER)), ONCE, 0, 100, 200, 5000, 5000, 5001);
        assertThat(fates(tally))
                .containsExactly(
                        "0: SERVED 100",
                        "100: SERVED 200",
                        "200: SERVED 1100",
                        "5000: SERVED 5100",
                        "5000: SERVED 5100",
                        "5001: SERVED 6100");
    }

    /** Tokens at 10, 20 and 30 s; looks at 21 s, 22 s, and 23 and 43 s. */
    @Test
    void whoeverIsLetInGoesInAtTheNextLook() {
        Tally tally = run(withRoom(ROOMY, room(0.1, 1, 20, NEVER)), ONCE, 0, 1000, 2000, 3000);
        assertThat(fates(tally))
                .containsExactly("0: SERVED 100", "1000: SERVED 21100", "2000: SERVED 22100", "3000: SERVED 43100");
        assertThat(tally.queueNs).isEqualTo((20_000 + 20_000 + 40_000) * 1e6);
    }

    /**
     * The tokens of 10 and 20 s are noticed in time. Who came at 3 s leaves at 28 s, and the token of 30 s is for the next,
     * who looks again at 49 s.
     */
    @Test
    void whoeverHasHadEnoughLeavesAndThePlaceIsFree() {
        Tally tally = run(withRoom(ROOMY, room(0.1, 1, 20, after(25))), ONCE, 0, 1000, 2000, 3000, 29_000);
        assertThat(fates(tally))
                .containsExactly(
                        "0: SERVED 100",
                        "1000: SERVED 21100",
                        "2000: SERVED 22100",
                        "3000: TIMED_OUT 28000",
                        "29000: SERVED 49100");
    }

    /** The token of 10 s is for the first, who would notice at 21 s and leaves at 16 s; the second leaves at 17 s. */
    @Test
    void whoeverWouldNoticeTooLateLeavesAllTheSameAndTheTokenIsLost() {
        Tally tally = run(withRoom(ROOMY, room(0.1, 1, 20, after(15))), ONCE, 0, 1000, 2000);
        assertThat(fates(tally)).containsExactly("0: SERVED 100", "1000: TIMED_OUT 16000", "2000: TIMED_OUT 17000");
        assertThat(tally.queueNs).isEqualTo((15_000 + 15_000) * 1e6);
    }

    @Test
    void whoeverLooksForTheLastTimeAndMayGoInDoes() {
        Tally tally = run(withRoom(ROOMY, room(0.1, 1, 20, after(20))), ONCE, 0, 1000);
        assertThat(fates(tally)).containsExactly("0: SERVED 100", "1000: SERVED 21100");
    }

    @Test
    void aFullRoomTurnsAwayAsTheStationDoes() {
        WaitingRoom small = new WaitingRoom(1, 1, 1, Duration.ZERO, NEVER);
        assertThat(fates(run(withRoom(ROOMY, small), ONCE, 0, 100, 200, 1000)))
                .containsExactly("0: SERVED 100", "100: SERVED 1100", "200: REJECTED 200", "1000: SERVED 2100");
    }

    /** The room stands before the station: who comes while it is down and others wait, waits too. */
    @Test
    void whoeverGoesInWhileTheStationIsDownFailsThen() {
        Incident down = new Incident("down", new Effect.Down(0), WINDOW.plusSeconds(1), WINDOW.plusSeconds(3));
        Schedule schedule =
                schedule(withRoom(ROOMY, room(1, 1, 0, NEVER)), ONCE, List.of(down), 0, 100, 200, 300, 1500, 9500);
        assertThat(fates(run(schedule)))
                .containsExactly(
                        "0: SERVED 100",
                        "100: FAILED 1000",
                        "200: FAILED 2000",
                        "300: SERVED 3100",
                        "1500: SERVED 4100",
                        "9500: SERVED 9600");
    }

    /**
     * One worker, a queue of one, 1.5 s a request, tokens each second; clients wait for 2.2 s from when they go in, at 1, 2,
     * 3, 4 and 5 s. At 3 s a worker is free just before somebody comes, at 4 s the queue is full.
     */
    @Test
    void behindTheRoomTheQueueLimitAndThePatienceOfTheClientHold() {
        Station narrow = Models.station(1, 1, new Fixed(Duration.ofMillis(1500)));
        Clients hasty = Models.clients(Duration.ofMillis(2200), 1, Duration.ZERO);
        Tally tally = run(withRoom(narrow, room(1, 1, 0, NEVER)), hasty, 0, 100, 200, 300, 400, 500);
        assertThat(fates(tally))
                .containsExactly(
                        "0: SERVED 1500",
                        "100: SERVED 3000",
                        "200: TIMED_OUT 4200",
                        "300: TIMED_OUT 5200",
                        "400: REJECTED 4000",
                        "500: TIMED_OUT 7200");
    }

    /**
     * One worker, 3 s a request, clients wait for 1 s and come again after half a second. The first's second attempt, behind
     * two others, would be let in at 4 s; at 3 s the answer to the first attempt comes, late, and is heard.
     */
    @Test
    void whoeverHearsALateAnswerWaitsNoLonger() {
        Station slow = Models.station(1, 100, new Fixed(Duration.ofSeconds(3)));
        Clients hearing = Models.hearingLateAnswers(Models.clients(Duration.ofSeconds(1), 2, Duration.ofMillis(500)));
        Tally tally = run(withRoom(slow, room(1, 1, 0, NEVER)), hearing, 0, 1200, 1300);
        assertThat(fates(tally)).contains("0: TIMED_OUT 1000", "1500: SERVED 3000");
        assertThat(tally.completedNs).contains(3_000_000_000L);
    }

    @Test
    void littlesLawHoldsInTheRoomToo() {
        Tally tally = new Tally();
        Station station = withRoom(ROOMY, room(1, 5, 20, NEVER));
        Scenario scenario = Models.uniform(5000, Duration.ofSeconds(4000), Models.patient(), station);
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        assertThat(tally.count(Fate.SERVED)).isEqualTo(5000);
        assertThat(tally.servedLatencyNs / 5000).as("mean wait").isGreaterThan(60e9);
        assertThat(tally.busyNs + tally.queueNs).isCloseTo(tally.servedLatencyNs, within(tally.servedLatencyNs * 1e-9));
    }

    private static WaitingRoom room(double rate, double burst, int pollSeconds, Optional<Distribution> leavesAfter) {
        return new WaitingRoom(rate, burst, 10_000, Duration.ofSeconds(pollSeconds), leavesAfter);
    }

    private static Optional<Distribution> after(int seconds) {
        return Optional.of(new Fixed(Duration.ofSeconds(seconds)));
    }

    private static Station withRoom(Station station, Admission room) {
        return station.resized(station.workers(), station.queueLimit(), room);
    }

    private static Tally run(Station station, Clients clients, long... dueMs) {
        return run(schedule(station, clients, List.of(), dueMs));
    }

    private static Tally run(Schedule schedule) {
        Tally tally = Tally.ofEverything();
        new Simulator(schedule, tally, Watch.NOBODY).run();
        return tally;
    }

    /** What became of each attempt, by when it was due: milliseconds, in order. */
    private static List<String> fates(Tally tally) {
        return tally.calls.stream()
                .filter(call -> call.startsWith("0 ") && call.split(" ").length == 5)
                .map(call -> call.split(" "))
                .sorted(java.util.Comparator.comparingLong((String[] call) -> Long.parseLong(call[2]))
                        .thenComparing(call -> call[4]))
                .map(call -> ms(call[2]) + ": " + call[1] + " " + ms(call[4]))
                .toList();
    }

    private static long ms(String ns) {
        return Long.parseLong(ns) / 1_000_000;
    }

    /** Everybody is a member of the crowd, so that they come at exactly the given times; all first arrivals are at night. */
    private static Schedule schedule(Station station, Clients clients, List<Incident> incidents, long... dueMs) {
        Arrivals atMidnight = new Arrivals(new Arrivals.Curve.Uniform(), new Arrivals.DayShape(onlyAtMidnight()));
        Scenario whole = Models.scenario(dueMs.length, atMidnight, Duration.ofDays(1), clients, List.of(station));
        Slice slice = new Slice(Optional.of(new Slice.Window.At(WINDOW, Duration.ofHours(1))), 1, 1);
        List<Crowd.Member> members = IntStream.range(0, dueMs.length)
                .mapToObj(k -> new Crowd.Member(k, 0, 0, 0, 0, dueMs[k] * 1_000_000))
                .toList();
        return Schedule.of(Models.with(whole, slice, incidents.toArray(Incident[]::new)), new Crowd(members));
    }

    private static List<Double> onlyAtMidnight() {
        List<Double> hours = new java.util.ArrayList<>(Collections.nCopies(24, 0.0));
        hours.set(0, 1.0);
        return hours;
    }
}
