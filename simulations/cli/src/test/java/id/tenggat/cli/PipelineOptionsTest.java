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

class PipelineOptionsTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @TempDir
    private Path folder = Path.of("");

    private Told simulated(String... more) {
        List<String> words = new ArrayList<>(
                List.of("simulate", SMOKE, "--out", folder.resolve("run").toString()));
        words.addAll(List.of(more));
        return Told.by(words.toArray(String[]::new));
    }

    /** Told in every format. */
    private Told simulatedForAll(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "--junit",
                file("junit.xml"),
                "--markdown",
                file("verdict.md"),
                "--gitlab-code-quality",
                file("code-quality.json"),
                "--gitlab-metrics",
                file("metrics.txt"),
                "--github"));
        words.addAll(List.of(more));
        return simulated(words.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve("verdict").resolve(name).toString();
    }

    @Test
    void everyFormatIsWrittenAfterTheVerdict() throws IOException {
        Told told = simulatedForAll("--scenario-file", "load/smoke.yaml");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out())
                .contains(
                        "\n::notice file=load/smoke.yaml,title=PASS::the whole scenario, simulated: 7 of 7 objectives");
        assertThat(Files.readString(Path.of(file("junit.xml"))))
                .contains("<testsuite name=\"the whole scenario, simulated\" tests=\"8\"");
        assertThat(Files.readString(Path.of(file("verdict.md"))))
                .startsWith("## PASS: the whole scenario, simulated\n");
        assertThat(Files.readString(Path.of(file("code-quality.json")))).isEqualToNormalizingWhitespace("[ ]");
        assertThat(Files.readString(Path.of(file("metrics.txt")))).endsWith("# EOF\n");
    }

    @Test
    void aRecordingIsTranslatedLaterToo() throws IOException {
        assertThat(simulated().status()).isZero();
        Told told =
                Told.by("gate", folder.resolve("run/simulated").toString(), "--github", "--junit", file("junit.xml"));
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out()).contains("\n::notice file=" + SMOKE + ",title=PASS::run/simulated: ");
        assertThat(Files.readString(Path.of(file("junit.xml")))).contains("<testsuite name=\"run/simulated\"");
    }

    @Test
    void aRunThatIsNotToBeTrustedIsWrittenToo() throws IOException {
        Told told = gateOfPart(file("junit.xml"));
        assertThat(told.status()).isEqualTo(3);
        assertThat(Files.readString(Path.of(file("junit.xml"))))
                .contains(
                        "<error message=\"the run was interrupted before its end; it stopped at ", "type=\"INVALID\">");
    }

    /** Of a run that stopped halfway. */
    private Told gateOfPart(String junit) {
        assertThat(simulated("--stop-at", "2024-09-06T23:59:50").status()).isZero();
        return Told.by("gate", folder.resolve("run/simulated").toString(), "--junit", junit);
    }

    @Test
    void aFileThatCantBeWrittenIsBadInputAndTheOthersAreWritten() throws IOException {
        Files.writeString(folder.resolve("full"), "");
        Told told = simulated("--junit", folder.resolve("full/junit.xml").toString(), "--markdown", file("verdict.md"));
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("full/junit.xml: can't be written (", "verdict: PASS");
        assertThat(Path.of(file("verdict.md"))).exists();
    }

    @Test
    void invalidBeatsAFileThatCantBeWritten() throws IOException {
        Files.writeString(folder.resolve("full"), "");
        Told told = gateOfPart(folder.resolve("full/junit.xml").toString());
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.err()).contains("full/junit.xml: can't be written (");
    }

    @Test
    void manyRunsAreToldInEveryFormatToo() throws IOException {
        Told told = simulatedForAll("--replications", "3");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("\n::notice file=" + SMOKE
                        + ",title=PASS::3 replications of the whole scenario, simulated: 7 of 7 objectives");
        assertThat(Files.readString(Path.of(file("junit.xml"))))
                .contains("<testsuite name=\"3 replications of the whole scenario, simulated\" tests=\"8\"");
        assertThat(Files.readString(Path.of(file("verdict.md"))))
                .startsWith("## PASS: 3 replications of the whole scenario, simulated\n");
        assertThat(Files.readString(Path.of(file("code-quality.json")))).isEqualToNormalizingWhitespace("[ ]");
        assertThat(Files.readString(Path.of(file("metrics.txt")))).contains("tenggat_replications{", "} 3.0\n");
    }

    @Test
    void theVerdictOnManyRunsIsSaidThoughNothingCanBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("run/replications.json"));
        Files.writeString(folder.resolve("history.jsonl"), "torn");
        Told told = simulated(
                "--replications",
                "2",
                "--append-to",
                folder.resolve("history.jsonl").toString(),
                "--junit",
                file("junit.xml"));
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).startsWith("PASS  2 replications");
        assertThat(told.err())
                .contains("replications.json: can't be written (", "history.jsonl:1: ")
                .endsWith("verdict: PASS\n");
        assertThat(Path.of(file("junit.xml"))).exists();
    }

    @Test
    void aRunThatStopsHasNoVerdictYet() {
        Told told = simulated("--stop-at", "2024-09-06T23:59:50", "--github");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("--github tells of a run that has ended: leave --stop-at out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "replay", "run", "gate"})
    void annotationsAndJsonDontMix(String command) {
        Told told = Told.by(command, SMOKE, "--github", "--json");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("--github and --json both print to standard output");
    }
}
