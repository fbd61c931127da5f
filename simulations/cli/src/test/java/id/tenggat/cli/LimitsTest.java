package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What can't end, is too large, or does not fit: a clear line, and an exit status that says which. */
class LimitsTest {

    @TempDir
    private Path folder = Path.of("");

    /** The smoke scenario with texts replaced, one after the other. */
    private String smokeWith(String... replacements) throws IOException {
        String text = Files.readString(Path.of(Repository.scenario("smoke.yaml")))
                .replace("regencies-smoke.csv", Repository.scenario("regencies-smoke.csv"));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, text);
        return changed.toString();
    }

    @Test
    void anOverloadThatDoesNotEndIsStoppedKeptAndInvalid() throws IOException {
        String scenario = smokeWith(
                "portal, workers: 16, queueLimit: 200, serviceTime: {exponential: {mean: 4ms}}",
                "portal, workers: 1, queueLimit: 0, serviceTime: 1h",
                "attempts: 4",
                "attempts: 1000",
                "first: 200ms, factor: 2, atMost: 2s",
                "first: 1ms, factor: 1, atMost: 1ms");
        Path run = folder.resolve("run");
        Told told = Told.by("simulate", scenario, "--attempts-limit", "10000", "--out", run.toString());
        assertThat(told.out())
                .startsWith("INVALID")
                .contains("more than 10,000 attempts were sent")
                .contains("raise --attempts-limit");
        assertThat(told.status()).isEqualTo(3);
        assertThat(Told.by("gate", run.resolve("simulated").toString()).status())
                .isEqualTo(3);
        Told many = Told.by(
                "simulate",
                scenario,
                "--attempts-limit",
                "10000",
                "--replications",
                "2",
                "--out",
                folder.resolve("many").toString());
        assertThat(many.err()).contains("INVALID: more than 10,000 attempts were sent");
        assertThat(many.status()).isEqualTo(3);
    }

    @Test
    void aValueTooLargeForEngineTimeIsNamed() throws IOException {
        Told told = Told.by(
                "simulate",
                smokeWith("serviceTime: 2ms", "serviceTime: 900d"),
                "--out",
                folder.resolve("run").toString());
        assertThat(told.err())
                .contains("changed.yaml: the time that a worker of station identity is held (serviceTime, ")
                .contains("is too large: it leads to 900d, but engine time ends 115.7d after its beginning")
                .doesNotContain("\tat ");
        assertThat(told.status()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBeforeItBegins() throws IOException, InterruptedException {
        String crowded = smokeWith("perRegency: 80", "perRegency: 400000");
        Path run = folder.resolve("run");
        try (Launched simulation = Launched.withJvm(
                folder, List.of("-Xmx64m", "-XX:+UseSerialGC"), "simulate", crowded, "--out", run.toString())) {
            assertThat(simulation.await()).isEqualTo(2);
            assertThat(simulation.said())
                    .contains("changed.yaml: with about ")
                    .contains("this JVM may take 64 MB")
                    .contains("TENGGAT_JAVA_OPTS=-Xmx")
                    .doesNotContain("\tat ");
            assertThat(run.resolve("simulated")).doesNotExist();
        }
    }

    @Test
    void runningOutOfMemoryAllTheSameIsInvalidAndNotOurFault() {
        assertThat(said(new OutOfMemoryError("Java heap space")))
                .startsWith("3 INVALID: it took more memory than was foreseen (Java heap space)")
                .contains("TENGGAT_JAVA_OPTS");
        assertThat(said(new StackOverflowError())).startsWith("70 tenggat: our own fault");
    }

    private static String said(Throwable broken) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Faults.broken(broken, new PrintStream(err, true, StandardCharsets.UTF_8));
        return status + " " + err.toString(StandardCharsets.UTF_8);
    }
}
