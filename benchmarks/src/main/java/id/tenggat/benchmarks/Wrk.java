package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Quantiles;
import id.tenggat.recording.ScratchFolder;
import id.tenggat.replay.Cadence;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** wrk, which has no plan: each connection pauses after an answer, so that it calls as often as the cadence wants. */
final class Wrk {

    private static final String TOLD = "tenggat ";

    private Wrk() {}

    /** What it says; empty if it is not installed. */
    static Optional<Quantiles> measure(Cadence cadence, Duration answer, String url)
            throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.named("tenggat-benchmarks")) {
            Path script = scratch.path().resolve("cadence.lua");
            Files.writeString(script, script(cadence.gap().minus(answer)));
            long seconds = cadence.span().toSeconds();
            Process wrk = started(List.of(
                    "wrk",
                    "-t1",
                    "-c" + cadence.users(),
                    "-d" + seconds + "s",
                    "--timeout",
                    "60s",
                    "-s",
                    script.toString(),
                    url));
            if (wrk == null) {
                return Optional.empty();
            }
            String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (wrk.waitFor() != 0) {
                throw new IOException("wrk failed: " + said);
            }
            return Optional.of(told(said));
        }
    }

    @Nullable
    private static Process started(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            return null;
        }
    }

    private static String script(Duration pause) {
        return """
                function delay() return %d end
                function done(summary, latency, requests)
                  io.write(string.format("tenggat %%d %%f %%f %%f %%f %%f\\n", summary.requests,
                    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
                    latency:percentile(99.9) / 1000, latency.max / 1000))
                end
                """.formatted(pause.toMillis());
    }

    private static Quantiles told(String said) throws IOException {
        return said.lines()
                .filter(line -> line.startsWith(TOLD))
                .map(line -> Quantiles.parse(line.substring(TOLD.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk told no quantiles: " + said));
    }
}
