package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Life;
import id.tenggat.recording.LifeEvent;
import id.tenggat.recording.LifeEvent.Door;
import id.tenggat.recording.LifeEvent.Work;
import id.tenggat.report.Asked.Trace;
import id.tenggat.report.StoryText;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Backoff;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Clients.ReturnVisit;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is seen lives as if unseen, and the story has it all. */
class WitnessTest {

    private static final Path STORY = Path.of("src/test/resources/golden/story.txt");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void seeingChangesNothingAndTheLivesAddUp(int seed) {
        Scenario scenario = SwarmTest.scenario(seed);
        Tally unseen = Tally.ofEverything();
        Outcome outcome = new Simulator(Schedule.of(scenario), unseen, Watch.NOBODY).run();
        Tally seen = Tally.ofEverything();
        Witness witness = witnessOfAll(scenario);
        Outcome seenOutcome = Simulator.seenBy(
                        witness, Schedule.of(scenario), seen, Supervision.of(Watch.NOBODY, scenario))
                .run();
        assertThat(sorted(seen)).isEqualTo(sorted(unseen));
        assertThat(seenOutcome.audit()).isEqualTo(outcome.audit());
        assertAddUp(witness.lives(), unseen, outcome);
    }

    private static Witness witnessOfAll(Scenario scenario) {
        return new Witness(
                IntStream.range(0, scenario.population().applicants()).boxed().toList());
    }

    private static List<String> sorted(Tally tally) {
        return tally.calls.stream().sorted().toList();
    }

    private static void assertAddUp(List<Life> lives, Tally tally, Outcome outcome) {
        assertThat(count(lives, e -> e instanceof LifeEvent.Came)).isEqualTo(tally.arrived);
        assertThat(count(lives, e -> e instanceof LifeEvent.Sent)).isEqualTo(outcome.attempts());
        assertThat(count(lives, e -> e instanceof LifeEvent.TimedOut)).isEqualTo(tally.count(Fate.TIMED_OUT));
        assertThat(count(lives, e -> isWork(e, Work.ANSWERED) || e instanceof LifeEvent.HeardLate))
                .isGreaterThanOrEqualTo(tally.count(Fate.SERVED));
        assertThat(count(lives, e -> e instanceof LifeEvent.Sent sent && sent.door() == Door.REJECTED))
                .isLessThanOrEqualTo(tally.count(Fate.REJECTED));
        for (Ending ending : Ending.values()) {
            assertThat(count(lives, e -> e instanceof LifeEvent.Ended ended && ended.ending() == ending))
                    .isEqualTo(tally.count(ending));
        }
        assertThat(lives).allSatisfy(life -> assertThat(life.events())
                .isSortedAccordingTo(Comparator.comparingLong(LifeEvent::atNs)));
    }

    private static boolean isWork(LifeEvent event, Work work) {
        return event instanceof LifeEvent.Worked worked && worked.work() == work;
    }

    private static long count(List<Life> lives, Predicate<LifeEvent> kind) {
        return lives.stream()
                .flatMap(life -> life.events().stream())
                .filter(kind)
                .count();
    }

    @Test
    void whoeverIsNotNamedIsNotSeen() {
        Scenario scenario = SwarmTest.scenario(3);
        Witness witness = new Witness(List.of(2, 0));
        Simulator.seenBy(witness, Schedule.of(scenario), new Tally(), Supervision.of(Watch.NOBODY, scenario))
                .run();
        assertThat(witness.lives()).extracting(Life::applicant).containsExactly(2, 0);
        assertThat(witness.lives())
                .allSatisfy(life -> assertThat(life.events().get(0)).isInstanceOf(LifeEvent.Came.class));
    }

    /**
     * Twelve come within four minutes to one worker with room for two, who needs 9 s for each. Answers are lost for a
     * while, then the second station is down, and in the last half a channel opens instead of it.
     */
    private static Scenario crowded() {
        Clients clients = new Clients(
                Duration.ofSeconds(20),
                3,
                new Backoff(Duration.ofSeconds(4), 2, Duration.ofSeconds(20), Jitter.HALF),
                1,
                2,
                new ReturnVisit(new Fixed(Duration.ofMinutes(2)), 0.5, Duration.ofSeconds(30)),
                LateAnswer.LOST);
        Scenario plain = Models.uniform(
                12,
                Duration.ofMinutes(4),
                clients,
                Models.station(1, 2, new Fixed(Duration.ofSeconds(9))),
                Models.station(1, 2, new Exponential(Duration.ofSeconds(5))));
        return Models.with(
                plain,
                Slice.WHOLE,
                incident("answers are lost", new Effect.LosesAnswers(0, 0.5), 40, 80),
                incident("down", new Effect.Down(1), 80, 120),
                incident("counters are open", new Effect.Channel(1, 0.6, new Fixed(Duration.ofSeconds(9))), 150, 240));
    }

    private static Incident incident(String name, Effect effect, long fromSecond, long untilSecond) {
        return new Incident(name, effect, Models.OPENS.plusSeconds(fromSecond), Models.OPENS.plusSeconds(untilSecond));
    }

    /** Made anew with {@code -Dtenggat.update=true}. */
    @Test
    void aSmallCrowdTellsItsStory() throws IOException {
        Scenario scenario = crowded();
        Witness witness = witnessOfAll(scenario);
        Simulator.seenBy(witness, Schedule.of(scenario), new Tally(), Supervision.of(Watch.NOBODY, scenario))
                .run();
        String story = witness.lives().stream()
                .map(life -> StoryText.of(new Trace(scenario, life)))
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("tenggat.update")) {
            Files.createDirectories(STORY.getParent());
            Files.writeString(STORY, story);
        }
        assertThat(story).isEqualTo(Files.readString(STORY));
    }
}
