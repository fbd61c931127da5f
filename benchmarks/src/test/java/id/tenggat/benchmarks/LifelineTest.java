package id.tenggat.benchmarks;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class LifelineTest {

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dtenggat.lifeline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void whoIsHeldEndsWhenTheLineIsCut() throws IOException, InterruptedException {
        Process held = start();
        try {
            assertThat(held.inputReader().readLine()).isEqualTo(Waiting.READY);
            held.getOutputStream().close();
            assertThat(held.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(held.exitValue()).isEqualTo(3);
        } finally {
            held.destroyForcibly();
        }
    }
}
