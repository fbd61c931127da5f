package id.tenggat.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs Gatling in a JVM of its own in which every name looked up and every address connected to is written down, and
 * nothing but loopback is let through. The watch stands where the JDK has one, so Gatling uses the JDK's sockets there
 * instead of its native ones; who is called does not depend on that.
 */
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "the security manager that watches is gone since 24")
final class LoopbackOnlyTest {
    @TempDir
    private Path directory;

    @Test
    void aRunWithChartsContactsNothingButItsTarget() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            List<String> contacted = contactedBy("ours", server.url("/status/200"));

            assertThat(server.seen()).hasSize(3);
            assertThat(contacted).isNotEmpty().allMatch(Watch::loopback);
        }
    }

    @Test
    void theWatchSeesWhatGatlingDoesByItself() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            List<String> contacted = contactedBy("gatling", server.url("/status/200"));

            assertThat(contacted).contains("repo1.maven.org", "api.eu.amplitude.com", "gatling.io");
        }
    }

    private List<String> contactedBy(String whose, String url) throws IOException, InterruptedException {
        Path contacted = directory.resolve("contacted");
        Path output = directory.resolve("output");
        Process watched = new ProcessBuilder(command(whose, url, contacted))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(watched.waitFor(120, SECONDS)).isTrue();
        } finally {
            watched.destroyForcibly();
        }
        assertThat(watched.exitValue()).as(() -> read(output)).isZero();
        return Files.readAllLines(contacted);
    }

    private List<String> command(String whose, String url, Path contacted) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(GatlingEngine.JVM_ARGUMENTS);
        command.addAll(List.of(
                "-Djava.security.manager=allow",
                "-Dgatling.netty.useNativeTransport=false",
                "-Djava.util.prefs.userRoot=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Watch.class.getName(),
                whose,
                url,
                directory.toString(),
                contacted.toString()));
        return command;
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
