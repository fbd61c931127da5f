package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Room and descriptors run out, or an abort rule fires: the run ends INVALID, says why, and what it recorded is readable. */
class ShortTest {

    @TempDir
    private Path folder = Path.of("");

    /** Files may not grow beyond 40 KiB, which a process is told like a disk that is full. */
    @Test
    void aSimulationWithoutRoomKeepsWhatItHasWritten() throws Exception {
        Path run = folder.resolve("run");
        try (Launched simulation = Launched.limited(
                folder, "ulimit -f 40", "simulate", Repository.scenario("smoke.yaml"), "--out", run.toString())) {
            assertThat(simulation.await()).as(simulation.said()).isEqualTo(3);
            assertThat(simulation.said())
                    .contains("INVALID: " + run.resolve("simulated") + ": breaks off, for ")
                    .contains("File too large")
                    .contains("check rights and free space, or name another place with --out")
                    .doesNotContain("\tat ");
        }
        Told told = Told.by("gate", run.resolve("simulated").toString());
        assertThat(told.out()).startsWith("INVALID").contains("latency.hlog: cannot be written: File too large");
        assertThat(told.status()).isEqualTo(3);
    }

    /** The rows of attempts grow faster than all else; an attempt's row fails in the midst of an interval. */
    @Test
    void aSimulationWithoutRoomForAttemptsBreaksOffToo() throws Exception {
        Path run = folder.resolve("run");
        String smoke = Repository.scenario("smoke.yaml");
        try (Launched simulation =
                Launched.limited(folder, "ulimit -f 300", "simulate", smoke, "--attempts", "--out", run.toString())) {
            assertThat(simulation.await()).as(simulation.said()).isEqualTo(3);
        }
        Told told = Told.by("gate", run.resolve("simulated").toString());
        assertThat(told.out()).startsWith("INVALID").contains("attempts.csv: cannot be written: File too large");
        assertThat(told.status()).isEqualTo(3);
    }

    @Test
    void anAbortRuleStopsAReplay() throws Exception {
        try (Launched replay = replay("inside > 5", "ulimit -n 20000")) {
            assertThat(replay.await()).as(replay.said()).isEqualTo(3);
            Told told = Told.by("gate", folder.resolve("run/replayed").toString());
            assertThat(told.out())
                    .startsWith("INVALID")
                    .contains("the abort rule \"inside > 5\" fired ")
                    .contains(" applicants were inside");
        }
    }

    private Launched replay(String rule, String limit) throws IOException {
        Path scenario = folder.resolve("aborting.yaml");
        String text = Files.readString(Path.of(Repository.scenario("smoke.yaml")));
        Files.writeString(
                scenario,
                text.replace("regencies: ", "regencies: " + Repository.root().resolve("scenarios") + "/")
                        .replace("\nreplay:", "\nreplay:\n  abortWhen: " + rule));
        return Launched.limited(
                folder,
                limit,
                "replay",
                scenario.toString(),
                "--warm-up",
                "1s",
                "--out",
                folder.resolve("run").toString());
    }
}
