package id.tenggat.cli;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.report.Judged;
import id.tenggat.summary.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The smoke scenario through both engines. */
class ReplayTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bothEnginesTellTheSameStoryOfTheSameApplicants() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        try (Launched command = Launched.command(
                folder,
                "run",
                Repository.scenario("smoke.yaml"),
                "--warm-up",
                "4s",
                "--slip-limit",
                "60s",
                "--third-parties",
                "in-process",
                "--attempts",
                "--out",
                run.toString())) {
            command.awaitVerdict();
            assertThat(command.said()).contains("seed ").contains("report: ");
        }
        Judged simulated = Judged.of("simulated", Recording.read(run.resolve("simulated")));
        Judged replayed = Judged.of("replayed", Recording.read(run.resolve("slice-replayed")));
        assertThat(replayed.recording().provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(replayed.recording().provenance().due())
                .isEqualTo(simulated.recording().provenance().due());
        assertThat(replayed.recording().host().thirdPartiesBy()).contains("in-process");
        Traffic traffic = replayed.summary().traffic();
        assertThat(Files.readAllLines(run.resolve("slice-replayed").resolve("attempts.csv")))
                .hasSize(1 + (int) traffic.fates().total());
        assertThat(replayed.summary().traffic().sent()).isPositive();
        assertThat(replayed.recording().audit().orElseThrow().lost()).isZero();
        assertThat(replayed.recording().audit().orElseThrow().issued()).isPositive();
        assertThat(run.resolve("slice-replayed").resolve("gatling").resolve("index.html"))
                .exists();
        assertThat(run.resolve("index.html")).content().contains("slice-replayed/gatling/index.html");
    }

    @Test
    void clientsSpeakHttp2WithTheStackToo() throws IOException, InterruptedException {
        Path scenario = folder.resolve("http-2.yaml");
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        String smoke = Files.readString(Path.of(Repository.scenario("smoke.yaml")));
        Files.writeString(scenario, smoke.replace("replay:", "replay:\n  protocol: http-2\n  connections: pooled"));
        Path run = folder.resolve("run");
        try (Launched command = Launched.command(
                folder,
                "replay",
                scenario.toString(),
                "--slice",
                "time-lapse 4, fraction 20%",
                "--warm-up",
                "2s",
                "--slip-limit",
                "60s",
                "--out",
                run.toString())) {
            command.awaitVerdict();
        }
        Judged replayed = Judged.of("replayed", Recording.read(run.resolve("replayed")));
        assertThat(replayed.recording().provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(replayed.recording().host().clientsSpoke())
                .hasValueSatisfying(words -> assertThat(words).startsWith("HTTP/2"));
        assertThat(replayed.recording().audit().orElseThrow().issued()).isPositive();
        assertThat(replayed.recording().audit().orElseThrow().lost()).isZero();
    }

    /** Thirty come a second, fifteen go in: whoever waits is let in, in both engines. */
    @Test
    void bothEnginesKeepAWaitingRoom() throws IOException, InterruptedException {
        Path waiting = folder.resolve("waiting.yaml");
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        Files.writeString(
                waiting,
                Files.readString(Path.of(Repository.scenario("smoke.yaml")))
                        .replace(
                                "{station: quota,",
                                "{station: quota, admission: {waitingRoom: {rate: 15/s, places: 500, poll: 300ms,"
                                        + " leavesAfter: 6s}},"));
        Path run = folder.resolve("run");
        List<String> options = List.of("--warm-up", "4s", "--slip-limit", "60s", "--out", run.toString());
        List<String> words = Stream.concat(Stream.of("run", waiting.toString()), options.stream())
                .toList();
        try (Launched command = Launched.command(folder, words.toArray(String[]::new))) {
            command.awaitVerdict();
        }
        Judged simulated = Judged.of("simulated", Recording.read(run.resolve("simulated")));
        Judged replayed = Judged.of("replayed", Recording.read(run.resolve("slice-replayed")));
        assertThat(replayed.recording().provenance().status()).isEqualTo(RunStatus.COMPLETE);
        long timedOut = simulated.summary().traffic().fates().of(Fate.TIMED_OUT);
        assertThat(timedOut).isGreaterThan(50);
        assertThat((double) replayed.summary().traffic().fates().of(Fate.TIMED_OUT))
                .isCloseTo((double) timedOut, within(0.2 * timedOut));
        assertThat(replayed.recording().audit().orElseThrow().lost()).isZero();
    }
}
