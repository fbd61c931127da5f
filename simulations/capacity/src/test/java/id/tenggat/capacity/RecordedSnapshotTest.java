package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import id.tenggat.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings are the same bytes, told ahead or step by step, in one run or in several. */
class RecordedSnapshotTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void bothWaysWriteTheSameBytes(int seed) throws IOException {
        Scenario scenario = seed % 4 == 0 ? SwarmTest.scenario(seed) : SwarmTest.plainScenario(seed);
        assertSame(ahead(scenario), stepByStep(scenario, "step-by-step"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aRecordingThatGoesOnIsTheSameBytes(int seed) throws IOException {
        Scenario scenario = SnapshotTest.scenario(seed);
        Path straight = stepByStep(scenario, "straight");
        long spanNs = scenario.timeline().nsAt(scenario.calendar().closes());
        long[] stopsNs = new Random(seed).longs(2, 0, spanNs).sorted().toArray();
        assertSame(straight, stepByStep(scenario, "stopped", stopsNs));
    }

    @Test
    void aStopAtAnyIntervalsEndChangesNothing() throws IOException {
        Scenario scenario = SnapshotTest.scenario(5);
        Path straight = stepByStep(scenario, "straight");
        long intervalNs = IntervalLength.proposedNs(scenario);
        for (int interval : new int[] {0, 1, 7, 100, 10_000}) {
            String name = "stopped at " + interval;
            assertSame(straight, stepByStep(scenario, name, interval * intervalNs, interval * intervalNs + 1));
        }
    }

    /** Told in another order, they are the same attempts. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 4, 7, 8})
    void bothWaysKeepTheSameAttempts(int seed) throws IOException {
        Scenario scenario = seed % 4 == 0 ? SwarmTest.scenario(seed) : SwarmTest.plainScenario(seed);
        Schedule schedule = Schedule.of(scenario);
        List<String> ahead = attempts(schedule, "ahead", writer -> new Simulator(schedule, writer, Watch.NOBODY));
        assertThat(attempts(schedule, "by steps", writer -> Simulator.stepByStep(schedule, writer, Watch.NOBODY)))
                .isEqualTo(ahead);
    }

    /** In order; reading checks how many there are of each step and fate. */
    private List<String> attempts(Schedule schedule, String name, Function<Recorder, Simulator> engine)
            throws IOException {
        try (RecordingWriter writer = writer(name, schedule)) {
            writer.keepAttempts();
            Path run = finished(engine.apply(writer), writer);
            assertThat(Recording.read(run).provenance().extent().orElseThrow().attempts())
                    .isPresent();
            return Files.readAllLines(run.resolve("attempts.csv")).stream()
                    .sorted()
                    .toList();
        }
    }

    private Path ahead(Scenario scenario) {
        Schedule schedule = Schedule.of(scenario);
        try (RecordingWriter writer = writer("ahead", schedule)) {
            return finished(new Simulator(schedule, writer, Watch.NOBODY), writer);
        }
    }

    /** Stopped at these times, and gone on with in a directory of its own each time. */
    private Path stepByStep(Scenario scenario, String name, long... stopsNs) {
        Schedule schedule = Schedule.of(scenario);
        byte[] state = new byte[0];
        for (int i = 0; i < stopsNs.length; i++) {
            try (RecordingWriter writer = writer(name + ", part " + i, schedule)) {
                Simulator simulator = goingOn(state, schedule, writer);
                assertThat(simulator.playUntil(stopsNs[i])).isTrue();
                state = State.bytesOf(carried -> carry(carried, simulator, writer));
                writer.finish(simulator.breakOff().audit(), RunStatus.INTERRUPTED, List.of("stopped as asked"));
            }
        }
        try (RecordingWriter writer = writer(name, schedule)) {
            return finished(goingOn(state, schedule, writer), writer);
        }
    }

    private static Simulator goingOn(byte[] state, Schedule schedule, RecordingWriter writer) {
        Simulator simulator = Simulator.stepByStep(schedule, writer, Watch.NOBODY);
        if (state.length > 0) {
            State.read(state, carried -> carry(carried, simulator, writer));
        }
        return simulator;
    }

    private static void carry(State state, Simulator simulator, RecordingWriter writer) {
        simulator.carry(state);
        writer.carry(state);
    }

    private static Path finished(Simulator simulator, RecordingWriter writer) {
        writer.finish(simulator.run().audit(), RunStatus.COMPLETE, List.of());
        return writer.directory();
    }

    private RecordingWriter writer(String name, Schedule schedule) {
        Run run = new Run(
                "simulate",
                "name: swarm\n",
                List.of(),
                IntervalLength.proposedNs(schedule.scenario()),
                0,
                Host.here(Instant.EPOCH, "RecordedSnapshotTest", "test"));
        return RecordingWriter.create(folder.resolve(name), schedule, run);
    }

    private static void assertSame(Path one, Path other) throws IOException {
        try (Stream<Path> files = Files.list(one)) {
            List<Path> same = files.filter(file -> !file.endsWith("host.json")).toList();
            assertThat(same).hasSize(8);
            for (Path file : same) {
                assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }
}
