package id.tenggat.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Prometheus' own judge, as far as it is installed (Debian package prometheus). Under CI it must be. */
final class Promtool {

    private Promtool() {}

    /** It finds nothing wrong with this input. */
    static void accepts(String input, String... words) throws IOException, InterruptedException {
        requireInstalled();
        List<String> line = new ArrayList<>(List.of("promtool"));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s said: %s", line, said).isZero();
    }

    private static void requireInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool")));
        if (!installed && System.getenv("CI") != null) {
            fail("promtool is not installed (Debian package prometheus)");
        } else if (!installed) {
            abort("promtool is not installed (Debian package prometheus)");
        }
    }
}
