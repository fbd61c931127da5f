package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.slice.Slicer;
import id.tenggat.state.State;
import id.tenggat.state.StateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run that was stopped and gone on with tells the same as one that was not, call by call. */
class SnapshotTest {

    private static final CallRules GUARDED = new CallRules(
            Optional.of(new CallRules.Breaker(0.3, 5, Duration.ofSeconds(20), 2)),
            Optional.of(new CallRules.Retries(3, 0.2, 4)));

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    static IntStream fewSeeds() {
        return IntStream.rangeClosed(1, 40);
    }

    /** What a run told, and its outcome. */
    private record Story(List<String> calls, Outcome outcome) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereverItWasStoppedTheStoryIsTheSame(int seed) {
        assertGoesOn(seed, scenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void whereClientsTakeTurnsTheirRanksAreCarried(int seed) {
        assertGoesOn(seed, SwarmTest.fairScenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void howOftenSomebodyHasClickedIsCarried(int seed) {
        assertGoesOn(seed, SwarmTest.clickingScenario(seed));
    }

    private static void assertGoesOn(int seed, Scenario scenario) {
        Schedule schedule = Schedule.of(scenario);
        Story straight = story(schedule);
        long endNs = straight.outcome().endNs();
        Random random = new Random(seed);
        long[] stopsNs =
                random.longs(1 + seed % 3, 0, endNs + endNs / 10 + 2).sorted().toArray();
        assertThat(story(schedule, stopsNs))
                .as("stopped at %s ns", Arrays.toString(stopsNs))
                .isEqualTo(straight);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void noInstantIsSpecial(int seed) {
        Scenario scenario = scenario(seed);
        Schedule schedule = Schedule.of(scenario);
        Story straight = story(schedule);
        for (long stopNs : specialNs(scenario, straight)) {
            assertThat(story(schedule, stopNs)).as("stopped at %d ns", stopNs).isEqualTo(straight);
        }
    }

    /** The opening, incidents, ends of intervals, the deadline, the last event, and long after the end. */
    private static List<Long> specialNs(Scenario scenario, Story straight) {
        TreeSet<Long> special = new TreeSet<>(List.of(0L, 1L, 400L * 86_400_000_000_000L));
        scenario.incidents()
                .forEach(incident -> special.addAll(List.of(
                        scenario.timeline().nsAt(incident.from()),
                        scenario.timeline().nsAt(incident.until()))));
        long endNs = straight.outcome().endNs();
        long intervalNs = new Tally().intervalNs();
        LongStream.iterate(intervalNs, ns -> ns <= endNs + intervalNs, ns -> ns + intervalNs)
                .forEach(special::add);
        special.addAll(List.of(scenario.timeline().nsAt(scenario.calendar().closes()), endNs, endNs + 1));
        return List.copyOf(special);
    }

    @Test
    void anOutageBreaksOffWhatWasInServiceWhenTheRunStopped() {
        Station slow = Models.station(3, 5, new Fixed(Duration.ofHours(1)));
        Scenario plain = Models.uniform(
                100, Duration.ofHours(10), Models.clients(Duration.ofHours(2), 3, Duration.ofMinutes(5)), slow);
        Scenario scenario = Models.with(
                plain,
                Slice.WHOLE,
                new Incident(
                        "outage",
                        new Incident.Effect.Down(0),
                        Models.OPENS.plus(Duration.ofHours(5)),
                        Models.OPENS.plus(Duration.ofHours(6))));
        Schedule schedule = Schedule.of(scenario);
        Story straight = story(schedule);
        assertThat(straight.calls()).anyMatch(call -> call.contains("FAILED"));
        assertThat(story(schedule, Duration.ofMinutes(295).toNanos())).isEqualTo(straight);
    }

    /** More are inside than two blocks of {@link Applicants} hold. */
    @Test
    void aCrowdOfSeveralBlocksIsCarried() {
        Station slow = Models.station(1, 10_000, new Fixed(Duration.ofSeconds(1)));
        Scenario scenario = spread(Models.uniform(
                6_000, Duration.ofMinutes(20), Models.clients(Duration.ofMinutes(2), 3, Duration.ofMinutes(5)), slow));
        Schedule schedule = Schedule.of(scenario);
        assertThat(story(schedule, Duration.ofMinutes(15).toNanos())).isEqualTo(story(schedule));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aSliceGoesOnWithItsCrowd(int seed) {
        Scenario whole = scenario(seed);
        Duration span =
                Duration.between(whole.calendar().opens(), whole.calendar().closes());
        Slice slice = new Slice(Optional.of(new Slice.Window.Last(span.dividedBy(3))), 0.7, 1 + seed % 4);
        Schedule schedule = Schedule.of(Slicer.apply(whole, slice), FastForward.crowd(whole, slice, Watch.NOBODY));
        Story straight = story(schedule);
        assertThat(story(schedule, straight.outcome().endNs() / 2)).isEqualTo(straight);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aSnapshotHandsOverTheCrowdOfAFastForward(int seed) {
        Scenario whole = scenario(seed);
        Duration span =
                Duration.between(whole.calendar().opens(), whole.calendar().closes());
        for (int part = 1; part <= 4; part++) {
            Slice slice = new Slice(
                    Optional.of(new Slice.Window.Last(span.multipliedBy(part).dividedBy(4))), 0.8, part);
            Simulator stopped = Simulator.stepByStep(Schedule.of(whole), new Tally(), Watch.NOBODY);
            stopped.playUntil(span.minus(slice.window().orElseThrow().length()).toNanos());
            Crowd[] handedOver = new Crowd[1];
            State.read(State.bytesOf(stopped::carry), state -> handedOver[0] = FastForward.crowd(whole, slice, state));
            assertThat(handedOver[0]).isEqualTo(FastForward.crowd(whole, slice, Watch.NOBODY));
        }
    }

    @Test
    void whatIsCarriedBackIsCarriedOutAsTheSameBytes() {
        Schedule schedule = Schedule.of(scenario(6));
        Simulator stopped = Simulator.stepByStep(schedule, new Tally(), Watch.NOBODY);
        stopped.playUntil(story(schedule).outcome().endNs() / 2);
        byte[] bytes = State.bytesOf(stopped::carry);
        Simulator again = Simulator.stepByStep(schedule, new Tally(), Watch.NOBODY);
        State.read(bytes, again::carry);
        assertThat(State.bytesOf(again::carry)).isEqualTo(bytes);
    }

    @Test
    void whatIsTornIsRefusedAtEveryLength() {
        Schedule schedule = Schedule.of(scenario(6));
        Simulator stopped = Simulator.stepByStep(schedule, new Tally(), Watch.NOBODY);
        stopped.playUntil(story(schedule).outcome().endNs() / 2);
        byte[] bytes = State.bytesOf(stopped::carry);
        for (int length = 0; length < bytes.length; length += 1 + length / 200) {
            byte[] torn = Arrays.copyOf(bytes, length);
            Simulator again = Simulator.stepByStep(schedule, new Tally(), Watch.NOBODY);
            assertThatThrownBy(() -> State.read(torn, again::carry)).isInstanceOf(StateException.class);
        }
    }

    private static Story story(Schedule schedule, long... stopsNs) {
        List<String> calls = new ArrayList<>();
        Tally tally = Tally.ofEverything();
        Simulator simulator = Simulator.stepByStep(schedule, tally, Watch.NOBODY);
        for (long stopNs : stopsNs) {
            assertThat(simulator.playUntil(stopNs)).isTrue();
            calls.addAll(tally.calls);
            byte[] bytes = State.bytesOf(simulator::carry);
            tally = Tally.ofEverything();
            simulator = Simulator.stepByStep(schedule, tally, Watch.NOBODY);
            State.read(bytes, simulator::carry);
        }
        Outcome outcome = simulator.run();
        calls.addAll(tally.calls);
        return new Story(calls, outcome);
    }

    /** A scenario of the swarm; in several regencies, with stamps that are paid for, or with third parties. */
    static Scenario scenario(int seed) {
        Scenario scenario = spread(seed % 2 == 0 ? SwarmTest.scenario(seed) : SwarmTest.plainScenario(seed));
        return switch (seed % 3) {
            case 0 -> calling(scenario, GUARDED);
            case 1 -> calling(scenario, CallRules.NONE);
            default -> scenario;
        };
    }

    private static Scenario spread(Scenario s) {
        int applicants = s.population().applicants();
        List<Population.Regency> regencies = IntStream.range(0, 5)
                .mapToObj(i -> new Population.Regency(
                        "00.0" + i, "Nowhere " + i, "Nowhere", ZoneOffset.ofHours(i), 1, applicants / 5 + i))
                .toList();
        List<Journey.Step> steps = new ArrayList<>();
        for (Action action : List.of(Action.PAY, Action.STAMP, Action.STAMP, Action.SUBMIT)) {
            int station = steps.size() % s.stack().stations().size();
            steps.add(new Journey.Step(
                    "step-" + steps.size(), action, station, new Exponential(Duration.ofSeconds(5)), 0));
        }
        return s.withPopulation(new Population(regencies)).withJourney(new Journey(steps));
    }

    private static Scenario calling(Scenario s, CallRules rules) {
        List<Station> stations = s.stack().stations().stream()
                .map(station -> calling(station, rules))
                .toList();
        Exponential delay = new Exponential(Duration.ofMillis(300));
        List<ThirdParty> parties = List.of(
                new ThirdParty(
                        "bank",
                        delay,
                        0.2,
                        new CallFaults(0.1, 0.1, new SlowChunks(0.2, Duration.ofSeconds(1))),
                        new Answering.Polled(Duration.ofMillis(70))),
                new ThirdParty("tax-office", new Fixed(Duration.ofMillis(50)), 0.4));
        return Models.with(
                Models.with(s, new Stack(stations, parties, s.stack().pools())),
                s.slice(),
                Stream.concat(s.incidents().stream(), Stream.of(burst(s))).toArray(Incident[]::new));
    }

    /** What becomes of a call in the middle half of the run depends on when it is made. */
    private static Incident burst(Scenario s) {
        Duration span = Duration.between(s.calendar().opens(), s.calendar().closes());
        return new Incident(
                "burst",
                new Incident.Effect.FailsCalls(0, CallFault.RESET, 0.8),
                s.calendar().opens().plus(span.dividedBy(4)),
                s.calendar().opens().plus(span.dividedBy(4).multipliedBy(3)));
    }

    private static Station calling(Station s, CallRules rules) {
        Safeguards safeguards = new Safeguards(s.safeguards().dropping(), rules);
        return s.withThirdParties(List.of(0, 1, 0)).withSafeguards(safeguards);
    }
}
