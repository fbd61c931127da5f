package id.tenggat.cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryCommandTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @TempDir
    private Path folder = Path.of("");

    private String history = "";

    @BeforeEach
    void nameTheFile() {
        history = folder.resolve("history.jsonl").toString();
    }

    /** Twenty nights, of which the last eight are slower and let more through. */
    private void writeNights() throws IOException {
        List<String> lines =
                IntStream.range(0, 20).mapToObj(HistoryCommandTest::line).toList();
        Files.write(Path.of(history), lines);
    }

    private static String line(int night) {
        String values = "\"stamp p99\":%d,\"rejected\":0.%d,\"failed\":0.0"
                .formatted((night < 12 ? 1_200 : 1_320) * 1_000_000L + night % 3 * 1_000_000L, night < 12 ? 5 : 25);
        return ("{\"history\":1,\"at\":\"%s\",\"scenario\":\"small\",\"sha256\":\"9f3c\",\"slice\":\"last 10m\","
                        + "\"engine\":\"replay\",\"version\":\"0.1.0\",\"seed\":1,\"values\":{%s}}")
                .formatted(Instant.parse("2026-11-01T03:00:00Z").plusSeconds(night * 86_400L), values);
    }

    @Test
    void sinceWhenIsTold() throws IOException {
        writeNights();
        Told told = Told.by("history", "changes", history);
        assertThat(told.out()).isEqualTo("""
                        small, last 10m, replay: 20 runs, 2026-11-01 03:00 to 2026-11-20 03:00
                          figure     since (UTC)       commit  before   after   change      p
                          ───────────────────────────────────────────────────────────────────────────
                          stamp p99  2026-11-13 03:00  –       1.201s  1.321s   +9.99%  0.002  worse
                          rejected   2026-11-13 03:00  –          50%     25%  -50.00%  0.002  better
                          2 of 3 figures have changed; at a level of 1%, 0.03 would seem to if none had
                        """);
        assertThat(told.err()).isEmpty();
        assertThat(told.status()).isZero();
    }

    @Test
    void whatHasBecomeWorseFailsWhereThatIsAskedFor() throws IOException {
        writeNights();
        Told told = Told.by("history", "changes", history, "--fail-on-worse", "--json");
        assertThat(told.out())
                .contains("\"figure\" : \"stamp p99\"")
                .contains("\"direction\" : \"worse\"")
                .contains("\"since\" : \"2026-11-13T03:00:00Z\"");
        assertThat(told.err().strip()).isEqualTo("worse: stamp p99");
        assertThat(told.status()).isEqualTo(1);
    }

    @Test
    void whatHasNotBecomeWorsePasses() throws IOException {
        Files.write(
                Path.of(history),
                IntStream.range(0, 12).mapToObj(HistoryCommandTest::line).toList());
        Told told = Told.by("history", "changes", history, "--fail-on-worse");
        assertThat(told.out()).contains("none of 3 figures have changed");
        assertThat(told.status()).isZero();
    }

    @Test
    void recordingsAreAddedOnce() {
        String recording = folder.resolve("simulated").toString();
        Told.by("simulate", SMOKE, "--out", folder.toString());
        Told told = Told.by("history", "append", recording, "--to", history, "--commit", "1ceb1537");
        assertThat(told.err().strip()).isEqualTo("history: " + history + " holds 1 more");
        assertThat(told.status()).isZero();
        assertThat(Path.of(history))
                .content()
                .startsWith("{\"history\":1,\"at\":\"")
                .contains("\"scenario\":\"smoke\"", "\"engine\":\"simulate\"", "\"commit\":\"1ceb1537\"")
                .contains("\"completed by deadline\":", "\"stamp-letter p99\":", "\"utilisation(stamping)\":")
                .endsWith("}}\n");
        assertThat(Told.by("history", "changes", history).out())
                .startsWith("smoke, whole, simulate: one run, ")
                .contains("too few runs to tell: a change takes 6 at least");
        Told again = Told.by("history", "append", recording, "--to", history);
        assertThat(again.err()).contains("a run counts once");
        assertThat(again.status()).isEqualTo(2);
    }
}
