package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/** Ctrl-C in mid-run: what was recorded is kept, and marked. */
class InterruptionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anInterruptedSimulationIsKeptAndInvalid() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        try (Launched simulation = Launched.command(
                folder, "simulate", Repository.scenario("cpns-2024-historic.yaml"), "--out", run.toString())) {
            Path recording = run.resolve("simulated");
            simulation.awaitThat(() -> rows(recording) > 3);
            simulation.interrupt();
            assertThat(simulation.await()).isEqualTo(3);
            assertKept(recording);
            assertThat(simulation.said()).contains("INVALID").doesNotContain("\tat ");
        }
    }

    @Test
    void aRunThatIsInterruptedBeforeItsReplaySaysSo() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        try (Launched both = Launched.command(
                folder, "run", Repository.scenario("cpns-2024-historic.yaml"), "--out", run.toString())) {
            both.awaitThat(() -> rows(run.resolve("simulated")) > 3);
            both.interrupt();
            assertThat(both.await()).isEqualTo(3);
            assertThat(both.said())
                    .contains("verdict: none, for the run was interrupted before its replay began")
                    .doesNotContain("replay failed");
            assertThat(run.resolve("index.html")).exists();
            assertThat(run.resolve("slice-replayed")).doesNotExist();
        }
    }

    @Test
    void anInterruptedReplayIsKeptAndInvalidAndLeavesNobodyBehind()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path run = folder.resolve("run");
        try (Launched replay = replay(run)) {
            Path recording = run.resolve("replayed");
            replay.awaitThat(() -> rows(recording) > 3);
            List<ProcessHandle> children = replay.handle().descendants().toList();
            assertThat(children).as("the stack and the injector").hasSize(2);
            replay.interrupt();
            assertThat(replay.await()).isEqualTo(3);
            assertThat(replay.said()).contains("verdict: INVALID");
            assertThat(run.resolve("index.html")).exists();
            assertKept(recording);
            assertEnded(children);
        }
    }

    @Test
    void aKilledReplayTakesItsChildrenWithItAndItsRecordingIsInvalid()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path run = folder.resolve("run");
        try (Launched replay = replay(run)) {
            Path recording = run.resolve("replayed");
            replay.awaitThat(() -> rows(recording) > 3);
            List<ProcessHandle> children = replay.handle().descendants().toList();
            replay.kill();
            replay.await();
            assertEnded(children);
            assertKept(recording);
        }
    }

    private Launched replay(Path run) throws IOException {
        return Launched.command(
                folder, "replay", Repository.scenario("smoke.yaml"), "--warm-up", "1s", "--out", run.toString());
    }

    private static void assertKept(Path recording) {
        Told told = Told.by("gate", recording.toString());
        assertThat(told.out()).startsWith("INVALID").contains("not to be trusted");
        assertThat(told.status()).isEqualTo(3);
        assertThat(rows(recording)).isGreaterThan(3);
    }

    private static void assertEnded(List<ProcessHandle> children)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private static int rows(Path recording) {
        Path timeline = recording.resolve("timeline.csv");
        try {
            return Files.exists(timeline) ? Files.readAllLines(timeline).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
