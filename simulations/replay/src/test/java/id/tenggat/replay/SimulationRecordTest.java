package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationRecordTest {

    private static final Path SCENARIOS = Path.of("..", "..", "scenarios");

    @TempDir
    private Path folder = Path.of("");

    private Cast cast = Cast.of(Schedule.of(Scenes.early(1), Crowd.NOBODY));

    private SimulationRecord begun(String replay) throws IOException {
        Files.copy(SCENARIOS.resolve("regencies-smoke.csv"), folder.resolve("regencies-smoke.csv"));
        ScenarioFile file = ScenarioReader.read(Files.writeString(
                folder.resolve("scenario.yaml"),
                Files.readString(SCENARIOS.resolve("smoke.yaml"))
                        .replace("perRegency: 80", "perRegency: 1")
                        .replace("\nreplay:", "\nreplay:\n" + replay)));
        Schedule schedule = Schedule.of(file.scenario(), Crowd.NOBODY);
        cast = Cast.of(schedule);
        SimulationSettings settings = new SimulationSettings(
                file,
                file.scenario(),
                schedule,
                Loopback.permission("http://127.0.0.1:1/"),
                folder.resolve("recording"),
                new SimulationSettings.Times(TimeUnit.HOURS.toNanos(1), Duration.ZERO));
        return SimulationRecord.begin(settings, cast.size(), SimulationRecordTest.class);
    }

    /** Everybody comes, and has nothing to do. */
    private void playEverybody(SimulationRecord record) {
        for (int i = 0; i < cast.size(); i++) {
            record.journal().cameIn(cast.regency(i), false, cast.dueNs(i));
            record.journal().ended(cast.regency(i), Ending.COMPLETED, cast.dueNs(i));
            record.left();
        }
    }

    private Recording recording() {
        return Recording.read(folder.resolve("recording"));
    }

    @Test
    void anAbortRuleStopsIt() throws IOException {
        SimulationRecord record = begun("  abortWhen: inside > 0\n");
        record.journal().cameIn(0, false, 0);
        record.follow(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
        while (!record.isStopped()) {
            Thread.onSpinWait();
        }
        assertThat(record.stopReason()).startsWith("the abort rule \"inside > 0\" fired ");
        assertThat(recording().provenance().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(recording().provenance().invalidReasons())
                .singleElement()
                .asString()
                .startsWith("the abort rule");
    }

    @Test
    void theSecondInWhichItEndsIsInItsRecording() throws IOException {
        SimulationRecord record = begun("");
        record.follow(System.nanoTime());
        playEverybody(record);
        record.sent(1);
        record.end();
        assertThat(recording().provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(Summary.of(recording()).strain()).isPresent();
    }

    @Test
    void whoNeverCameToAnEndIsMissed() throws IOException {
        SimulationRecord record = begun("");
        record.journal().sent(0);
        record.end();
        assertThat(recording().provenance().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(recording().provenance().invalidReasons())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("6 of 6 applicants had not come to an end");
    }

    @Test
    void theFirstReasonToStopCounts() throws IOException {
        SimulationRecord record = begun("");
        assertThat(record.stopReason()).isEmpty();
        record.stop("enough");
        record.stop("more");
        record.end();
        assertThat(record.stopReason()).isEqualTo("enough");
        assertThat(recording().provenance().invalidReasons()).containsExactly("enough");
    }
}
