package id.tenggat.cli;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulation is stopped, written down and gone on with, on the command line. */
class SnapshotCommandTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");
    private static final String MIDDLE = "2024-09-06T23:59:52";

    @TempDir
    private Path folder = Path.of("");

    private Told simulate(String out, String... words) {
        List<String> line = Stream.concat(
                        Stream.of(
                                "simulate", SMOKE, "--out", folder.resolve(out).toString()),
                        Arrays.stream(words))
                .toList();
        return Told.by(line.toArray(String[]::new));
    }

    private String snapshot(String out) {
        return folder.resolve(out).resolve("simulated.snapshot").toString();
    }

    @Test
    void whatGoesOnIsTheSameBytesAndTheSameVerdict() throws IOException {
        Told straight = simulate("straight");
        Told first = simulate("first", "--stop-at", MIDDLE);
        assertThat(first.status()).isZero();
        assertThat(first.out()).as("nothing is judged").isEmpty();
        assertThat(first.err())
                .contains("stopped at 2024-09-06T23:59:52+07:00")
                .contains("--from: " + snapshot("first"))
                .doesNotContain("verdict");
        Told second = simulate("second", "--from", snapshot("first"), "--stop-at", "2024-09-06T16:59:58.5Z");
        assertThat(second.status()).isZero();
        Told third = simulate("third", "--from", snapshot("second"));
        assertThat(third.out()).isEqualTo(straight.out());
        assertThat(third.status()).isEqualTo(straight.status());
        assertSame("straight", "third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last 8s", "last 8s, fraction 40%, time-lapse 2", "fraction 50%"})
    void aSliceGoesOnToo(String slice) throws IOException {
        simulate("straight", "--slice", slice, "--seed", "3");
        simulate("first", "--slice", slice, "--seed", "3", "--stop-at", "2024-09-06T23:59:57");
        simulate("second", "--slice", slice, "--seed", "3", "--from", snapshot("first"));
        assertSame("straight", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last 8s", "2024-09-06T23:59:52/3s", "last 8s, fraction 40%", "last 8s, time-lapse 2"})
    void aSliceBeginsWithTheCrowdOfASnapshot(String slice) throws IOException {
        simulate("whole", "--stop-at", MIDDLE);
        simulate("fast-forwarded", "--slice", slice);
        Told told = simulate("begun", "--slice", slice, "--from", snapshot("whole"));
        assertThat(told.err()).contains("verdict: ");
        assertSame("fast-forwarded", "begun");
        assertThat(provenance("begun", "simulated").due().carriedIn()).isPositive();
    }

    @Test
    void aReplayBeginsWithTheCrowdOfASnapshot() throws IOException, InterruptedException {
        simulate("whole", "--stop-at", MIDDLE);
        simulate("fast-forwarded", "--slice", "2024-09-06T23:59:52/2s");
        Path run = folder.resolve("replay");
        try (Launched replay = Launched.command(
                folder,
                "replay",
                SMOKE,
                "--slice",
                "2024-09-06T23:59:52/2s",
                "--from",
                snapshot("whole"),
                "--warm-up",
                "0s",
                "--slip-limit",
                "60s",
                "--out",
                run.toString())) {
            replay.awaitVerdict();
        }
        Provenance replayed = provenance("replay", "replayed");
        assertThat(replayed.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(replayed.due())
                .isEqualTo(provenance("fast-forwarded", "simulated").due());
    }

    private Provenance provenance(String out, String recording) {
        return Recording.read(folder.resolve(out).resolve(recording)).provenance();
    }

    @Test
    void whatStoppedIsNotTrustedAsAWholeRun() {
        simulate("first", "--stop-at", MIDDLE);
        Told judged =
                Told.by("gate", folder.resolve("first").resolve("simulated").toString());
        assertThat(judged.out())
                .startsWith("INVALID")
                .contains("it stopped at 2024-09-06T23:59:52+07:00 as asked, to go on from its snapshot");
        assertThat(judged.status()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-06T23:59:44", "2024-09-07T12:00"})
    void theFirstInstantAndOneAfterTheEndAreInstantsToo(String instant) throws IOException {
        simulate("straight");
        assertThat(simulate("first", "--stop-at", instant).status()).isZero();
        assertThat(simulate("second", "--from", snapshot("first")).status()).isZero();
        assertSame("straight", "second");
    }

    @Test
    void aTornOrGarbledSnapshotIsRefusedInOneLine() throws IOException {
        simulate("first", "--stop-at", "2024-09-06T23:59:45");
        Path file = Path.of(snapshot("first"));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20240906);
        for (int i = 0; i < 40; i++) {
            Files.write(file, Arrays.copyOf(whole, i < 20 ? i * 7 : random.nextInt(whole.length)));
            assertRefused("--from", file.toString());
            byte[] flipped = whole.clone();
            flipped[i < 20 ? i * 7 : random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertRefused("--from", file.toString());
        }
    }

    private Told assertRefused(String... words) {
        Told told = simulate("refused", words);
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.err().strip()).doesNotContain("\n").doesNotContain("Exception");
        assertThat(told.out()).isEmpty();
        assertThat(folder.resolve("refused")).doesNotExist();
        return told;
    }

    @Test
    void whatDoesNotFitIsRefusedInOneLine() throws IOException {
        simulate("first", "--stop-at", MIDDLE);
        simulate("slice", "--slice", "last 8s", "--stop-at", "2024-09-06T23:59:55");
        String first = snapshot("first");
        assertSaid("is of seed 6092024, and this run has seed 7: say --seed 6092024", "--from", first, "--seed", "7");
        assertSaid(
                "is of the whole scenario at 2024-09-06T23:59:52+07:00, and last 4s needs one of the whole scenario at"
                        + " 2024-09-06T23:59:56+07:00: make it with --stop-at 2024-09-06T23:59:56+07:00",
                "--from",
                first,
                "--slice",
                "last 4s");
        assertSaid("and fraction 50% has no window that could begin there", "--from", first, "--slice", "fraction 50%");
        assertSaid("is of last 8s at 2024-09-06T23:59:55+07:00", "--from", snapshot("slice"));
        assertSaid("is of last 8s at", "--from", snapshot("slice"), "--slice", "last 5s");
        assertSaid("--stop-at must lie after the instant of", "--from", first, "--stop-at", MIDDLE);
        assertSaid("must not lie before the first instant that is played", "--stop-at", "2024-09-06T23:59:43.999");
        assertSaid("must not lie before the first", "--slice", "last 4s", "--stop-at", MIDDLE);
        assertSaid("--replications are whole runs", "--from", first, "--replications", "3");
        assertSaid("--replications are whole runs", "--stop-at", MIDDLE, "--replications", "3");
        assertSaid("--trace tells of a whole run", "--from", first, "--trace", "applicant=1");
        assertSaid("--explain tells of a run that has ended", "--stop-at", MIDDLE, "--explain", "portal");
        assertSaid("is no snapshot, or torn", "--from", SMOKE);
        assertSaid("is no file", "--from", folder.resolve("none").toString());
        Told replay = Told.by("replay", SMOKE, "--from", first);
        assertThat(replay.err()).contains("the whole scenario has no window that could begin there: add --slice");
        assertThat(replay.status()).isEqualTo(2);
        Told run = Told.by("run", SMOKE, "--from", first, "--slice", "last 4s");
        assertThat(run.err()).contains("needs one of the whole scenario at 2024-09-06T23:59:56+07:00");
        assertThat(run.status()).isEqualTo(2);
    }

    private void assertSaid(String said, String... words) {
        assertThat(assertRefused(words).err()).contains(said);
    }

    @Test
    void whatIsCutShortBeforeTheInstantLeavesNoSnapshotAndIsJudged() throws IOException {
        Path crowded =
                copyOf("crowded", Files.readString(Path.of(SMOKE)).replace("perRegency: 80", "perRegency: 2000"));
        String out = folder.resolve("cut").toString();
        Told told = Told.by(
                "simulate",
                crowded.toString(),
                "--stop-at",
                "2024-09-06T23:59:59",
                "--attempts-limit",
                "10",
                "--out",
                out);
        assertThat(told.out()).startsWith("INVALID").contains("more than 10 attempts were sent");
        assertThat(told.status()).isEqualTo(3);
        assertThat(Path.of(snapshot("cut"))).doesNotExist();
    }

    @Test
    void aSnapshotOfAnotherScenarioIsRefused() throws IOException {
        simulate("first", "--stop-at", MIDDLE);
        Path other = copyOf("other", Files.readString(Path.of(SMOKE)).replace("attempts: 4", "attempts: 5"));
        Told told = Told.by("simulate", other.toString(), "--from", snapshot("first"));
        assertThat(told.err()).contains("is of another scenario file than " + other);
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void aSnapshotOfOtherRegenciesIsRefused() throws IOException {
        Path same = copyOf("same", Files.readString(Path.of(SMOKE)));
        String out = folder.resolve("first").toString();
        Told.by("simulate", same.toString(), "--stop-at", MIDDLE, "--out", out);
        Path regencies = same.resolveSibling("regencies-smoke.csv");
        Files.write(regencies, Files.readAllLines(regencies).subList(0, 5));
        Told told = Told.by(
                "simulate",
                same.toString(),
                "--from",
                snapshot("first"),
                "--out",
                folder.resolve("second").toString());
        assertThat(told.err()).contains("is of another schedule");
        assertThat(told.status()).isEqualTo(2);
    }

    private Path copyOf(String name, String scenario) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), directory.resolve("regencies-smoke.csv"));
        return Files.writeString(directory.resolve("smoke.yaml"), scenario);
    }

    private void assertSame(String one, String other) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(one).resolve("simulated"))) {
            List<Path> same = files.filter(file -> !file.endsWith("host.json")).toList();
            assertThat(same).hasSize(8);
            for (Path file : same) {
                assertThat(folder.resolve(other).resolve("simulated").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file);
            }
        }
    }
}
