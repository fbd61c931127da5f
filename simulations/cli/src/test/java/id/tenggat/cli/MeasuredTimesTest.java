package id.tenggat.cli;

import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A scenario whose stamping takes as long as a benchmark has measured, on the command line. */
class MeasuredTimesTest {

    /** From 5 ms to 45 ms, 22.5 ms on average. */
    private static final String TIMES = """
            {"kind": "tenggat-service-times", "version": 1, "what": "stamp ECDSA_P256 letter", "unit": "ns",
             "samples": 20000, "provenance": {"machine": "4 x Xeon", "java": "17.0.16"},
             "quantiles": [5000000, 15000000, 25000000, 25000000, 45000000]}
            """;

    private static final double MEAN_SECONDS = (10 + 20 + 25 + 35) / 4.0 / 1000;
    private static final String MIDDLE = "2024-09-06T23:59:52";

    @TempDir
    private Path folder = Path.of("");

    private Path times = Path.of("");
    private String scenario = "";

    @BeforeEach
    void write() throws IOException {
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        times = Files.writeString(
                Files.createDirectory(folder.resolve("measured")).resolve("times.json"), TIMES);
        String smoke = Files.readString(Path.of(Repository.scenario("smoke.yaml")))
                .replace("{lognormal: {median: 10ms, p99: 40ms}}", "{empirical: measured/times.json}");
        assertThat(smoke).contains("empirical");
        scenario = Files.writeString(folder.resolve("measured.yaml"), smoke).toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private String simulated(String name) {
        return folder.resolve(name).resolve("simulated").toString();
    }

    @Test
    void whatWasMeasuredIsShown() {
        assertThat(Told.by("validate", scenario).out())
                .contains("measured.yaml: valid; ")
                .contains("  measured: measured/times.json: stamp ECDSA_P256 letter, 20,000 samples;"
                        + " machine 4 x Xeon, java 17.0.16\n");
    }

    @Test
    void theStationIsBusyForAsLongAsWasMeasured() {
        assertThat(Told.by("simulate", scenario, "--out", out("run")).status()).isZero();
        Recording recording = Recording.read(Path.of(simulated("run")));
        int stamping = recording.provenance().stationNamed("stamping").orElseThrow();
        var samples = recording.stations().stream()
                .filter(row -> row.station() == stamping)
                .toList();
        double busySeconds =
                samples.stream().mapToDouble(row -> row.sample().busyNs()).sum() / 1e9;
        double served = samples.stream().mapToLong(row -> row.sample().served()).sum();
        assertThat(served).isGreaterThan(900);
        assertThat(busySeconds / served).isCloseTo(MEAN_SECONDS, within(0.05 * MEAN_SECONDS));
    }

    @Test
    void aRecordingIsReadAgainAfterTheFileIsGone() throws IOException {
        Told run = Told.by("simulate", scenario, "--out", out("run"));
        Files.delete(times);
        Told report = Told.by("report", simulated("run"));
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(withoutLabel(report.out()))
                .isEqualTo(withoutLabel(run.out()))
                .contains("measured: measured/times.json: stamp ECDSA_P256 letter, 20,000 samples");
        assertThat(Told.by("gate", simulated("run")).status()).isZero();
        assertThat(Path.of(simulated("run")).resolve("measured-1.json")).hasContent(TIMES);
        Told again = Told.by("simulate", scenario, "--out", out("again"));
        assertThat(again.err()).contains("times.json: there is no such file").doesNotContain("Exception");
        assertThat(again.status()).isEqualTo(2);
    }

    private static String withoutLabel(String report) {
        return report.substring(report.indexOf('\n'));
    }

    @Test
    void aSnapshotGoesOnWithTheSameTimesAndNoOthers() throws IOException {
        Told straight = Told.by("simulate", scenario, "--out", out("straight"));
        Told.by("simulate", scenario, "--stop-at", MIDDLE, "--out", out("first"));
        String snapshot = folder.resolve("first").resolve("simulated.snapshot").toString();
        Told second = Told.by("simulate", scenario, "--from", snapshot, "--out", out("second"));
        assertThat(second.out()).isEqualTo(straight.out());
        Files.writeString(times, TIMES.replace("45000000", "45000001"));
        Told other = Told.by("simulate", scenario, "--from", snapshot, "--out", out("other"));
        assertThat(other.err()).contains("or of the measured times that it names: make it anew with --stop-at");
        assertThat(other.status()).isEqualTo(2);
    }

    @Test
    void aReplaysStackServesAsWasMeasured() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        try (Launched replay = Launched.command(
                folder,
                "replay",
                scenario,
                "--slice",
                MIDDLE + "/2s",
                "--warm-up",
                "0s",
                "--slip-limit",
                "60s",
                "--out",
                run.toString())) {
            replay.awaitVerdict();
        }
        Recording recording = Recording.read(run.resolve("replayed"));
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(recording.provenance().subject().measured()).hasSize(1);
    }

    @Test
    void aChildRefusesTimesThatHaveChangedSinceTheRunBegan() {
        for (String command : new String[] {"stack", "replay"}) {
            Told told = Told.by(command, scenario, "--sha256", "0".repeat(64));
            assertThat(told.err())
                    .contains("measured.yaml: it, or the measured times that it names, changed while the run");
            assertThat(told.status()).isEqualTo(2);
        }
    }
}
