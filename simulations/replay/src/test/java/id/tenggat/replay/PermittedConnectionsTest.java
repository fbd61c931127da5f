package id.tenggat.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** In JVMs of their own, for Netty reads once whom it is to ask. */
class PermittedConnectionsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aStrayConnectionIsRefusedAlsoIfOneWasOpenedBeforeTheTargetWasKnown() throws Exception {
        try (LoopbackServer target = new LoopbackServer();
                LoopbackServer elsewhere = new LoopbackServer()) {
            List<String> said = said(Connector.ARMED, target.url("/"), elsewhere.url("/"));
            assertThat(said).hasSize(3).startsWith("before: connected", "target: connected");
            assertThat(said.get(2)).startsWith("elsewhere: ").contains("a request was to go to tcp://127.0.0.1:");
        }
    }

    @Test
    void whoeverWouldNotBeAskedDoesNotBegin() throws Exception {
        try (LoopbackServer target = new LoopbackServer();
                LoopbackServer elsewhere = new LoopbackServer()) {
            assertThat(said(Connector.LATE, target.url("/"), elsewhere.url("/")))
                    .hasSize(2)
                    .startsWith("before: connected")
                    .last()
                    .asString()
                    .contains("-Dio.netty.bootstrap.extensions=serviceload");
        }
    }

    private List<String> said(String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Connector.class.getName(),
                        words[0],
                        words[1],
                        words[2]))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("wrong").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(said);
    }
}
