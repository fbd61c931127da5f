package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TwinCommandTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @TempDir
    private Path folder = Path.of("");

    private String simulated(String scenario, String name) {
        assertThat(Told.by("simulate", scenario, "--out", folder.resolve(name).toString())
                        .err())
                .contains("verdict: ");
        return folder.resolve(name).resolve("simulated").toString();
    }

    private String changed(String from, String to) throws IOException {
        Path file = folder.resolve("changed.yaml");
        String text = Files.readString(Path.of(SMOKE))
                .replace("regencies-smoke.csv", Repository.scenario("regencies-smoke.csv"));
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        return file.toString();
    }

    @Test
    void aRecordingAgreesWithItself() {
        String one = simulated(SMOKE, "one");
        Told told = Told.by("twin", "--recordings", one, one);
        assertThat(told.out()).startsWith("AGREES").contains("goodput").doesNotContain("part first");
        assertThat(told.err()).contains("agreement: PASS");
        assertThat(told.status()).isZero();
        assertThat(folder.resolve("one").resolve("twin.html")).content().contains("Twin agreement: agrees");
    }

    @Test
    void fewerWorkersDisagreeAndTheStepIsNamed() throws IOException {
        String one = simulated(SMOKE, "one");
        String other = simulated(changed("station: stamping, workers: 16", "station: stamping, workers: 1"), "other");
        Told told = Told.by("twin", "--recordings", one, other);
        assertThat(told.out())
                .startsWith("DISAGREES")
                .contains("not of one question: their scenario files are ")
                .contains("They part first at stamp-");
        assertThat(told.status()).isEqualTo(1);
        assertThat(Told.by("twin", "--json", "--recordings", one, other).out())
                .contains("\"likeness\" : \"OUTSIDE\"")
                .contains("\"sign\" : ");
    }

    @Test
    void whatIsNotFinishedIsInvalid() {
        String one = simulated(SMOKE, "one");
        Told.by(
                "simulate",
                SMOKE,
                "--stop-at",
                "2024-09-06T23:59:52",
                "--out",
                folder.resolve("half").toString());
        Told told = Told.by(
                "twin",
                "--recordings",
                one,
                folder.resolve("half").resolve("simulated").toString());
        assertThat(told.out()).startsWith("INVALID").contains("not to be trusted: [2] the run was interrupted");
        assertThat(told.status()).isEqualTo(3);
    }

    @Test
    void otherJourneysCantBeCompared() throws IOException {
        String other = simulated(changed("step: verify-identity", "step: show-identity"), "other");
        Told told = Told.by("twin", "--recordings", simulated(SMOKE, "one"), other);
        assertThat(told.err()).contains("can't be compared: their journeys have other steps");
        assertThat(told.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed=1",
                "--slice=last 4s",
                "--slip-limit=1s",
                "--warm-up=0s",
                "--attempts",
                "--ledger=nowhere:at/all",
                "--third-parties=http://127.0.0.1:1",
                "--from=snapshot"
            })
    void recordingsCantBeToldWhatToPlayOrHow(String option) {
        Told told = Told.by("twin", "--recordings", "one", "other", option);
        assertThat(told.err())
                .contains(option.replaceFirst("=.*", "") + " says what to play, or how")
                .contains("leave it out");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void allThatIsTooMuchForRecordingsIsNamedAtOnce() {
        Told told = Told.by("twin", "--recordings", "one", "other", "--seed=1", "--warm-up=0s");
        assertThat(told.err())
                .contains("--seed and --warm-up say what to play, or how")
                .contains("leave them out");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void scenariosOfOneNameAreRefusedBeforeAnythingIsPlayed() throws IOException {
        Told told = Told.by("twin", SMOKE, changed("workers: 16", "workers: 8"), "--out", folder.toString());
        assertThat(told.err()).contains("another scenario is named smoke too").doesNotContain("plays");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void whatWasComparedIsShownAlsoIfALaterCaseFails() throws IOException {
        String used = changed("name: smoke", "name: used");
        Files.createFile(Files.createDirectories(folder.resolve("used").resolve("simulated"))
                .resolve("something"));
        List<String> words = new ArrayList<>(List.of("twin", SMOKE, used, "--json", "--out", folder.toString()));
        words.addAll(List.of("--slice", "last 6s, fraction 40%", "--warm-up", "0s", "--slip-limit", "1h"));
        Told told = Told.by(words.toArray(String[]::new));
        assertThat(told.out()).startsWith("[").contains("\"likeness\" : ").endsWith("]\n");
        assertThat(told.err()).contains("compared 1 of 2 cases").contains("is not empty");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void bothEnginesPlayASliceFromItsCrowd() {
        Told told = Told.by(
                "twin",
                SMOKE,
                "--slice",
                "last 6s, fraction 40%",
                "--warm-up",
                "0s",
                "--slip-limit",
                "1h",
                "--attempts",
                "--out",
                folder.toString());
        assertThat(told.out()).contains("[1] ").contains("[2] ").contains("completion curve");
        assertThat(told.err()).contains("plays last 6s, fraction 40% of smoke twice");
        assertThat(told.status()).isBetween(0, 1);
        assertThat(folder.resolve("simulated").resolve("attempts.csv")).exists();
        assertThat(folder.resolve("replayed").resolve("attempts.csv")).exists();
        assertThat(folder.resolve("index.html")).content().contains("Twin agreement: ");
    }
}
