package id.tenggat.cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes to the benchmarks and what comes back; benchmarks that only say what they were asked stand in for them. */
class BenchTest {

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void build() throws IOException {
        home = folder.resolve("home");
        StandInBenchmarks.build(home);
    }

    private Launched bench(String... words) throws IOException {
        return Launched.withJvm(folder, List.of("-Dtenggat.home=" + home), words);
    }

    @Test
    void jmhsOptionsGoOnAndTheExitStatusComesBack() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "stamping", "--document", "office", "-f", "1", "-prof", "gc", "floor")) {
            assertThat(bench.await()).isEqualTo(StandInBenchmarks.STATUS);
            assertThat(bench.said()).isEqualToNormalizingNewlines("""
                    Ratios: stamping -f 1 -prof gc floor -p document=office
                    """);
        }
    }

    @Test
    void whatIsQuickIsTheBenchmarksAffair() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "simulator", "DeadlineBenchmark", "--quick")) {
            assertThat(bench.await()).isEqualTo(StandInBenchmarks.STATUS);
            assertThat(bench.said()).isEqualToNormalizingNewlines("Ratios: simulator --quick DeadlineBenchmark\n");
        }
    }

    @Test
    void aStackOutsideItsToleranceIsAMiss() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "stack", "--quick")) {
            assertThat(bench.await()).isEqualTo(1);
            assertThat(bench.said()).isEqualToNormalizingNewlines("StackFidelity: --quick\n");
        }
    }

    @Test
    void liveRunsAreCountedFromTheirHistory() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "gate", "--live", "live.jsonl")) {
            assertThat(bench.await()).isZero();
            assertThat(bench.said()).isEqualToNormalizingNewlines("LiveGateRates: live.jsonl\n");
        }
    }

    @Test
    void serviceTimesAreMeasuredAlone() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "stamping", "--algorithm", "rsa_2048", "--out", "times.json")) {
            assertThat(bench.await()).isZero();
            assertThat(bench.said()).isEqualToNormalizingNewlines("ServiceTimes: letter RSA_2048 times.json\n");
        }
    }

    @Test
    void benchmarksFollowTheServiceTimesIfTheyAreAskedForToo() throws IOException, InterruptedException {
        try (Launched bench = bench("bench", "stamping", "--out", "times.json", "--quick")) {
            assertThat(bench.await()).isEqualTo(StandInBenchmarks.STATUS);
            assertThat(bench.said()).isEqualToNormalizingNewlines("""
                    ServiceTimes: letter ECDSA_P256 times.json
                    Ratios: stamping --quick
                    """);
        }
    }

    @Test
    void anInterruptionEndsTheBenchmarks() throws Exception {
        try (Launched bench = bench("bench", "stamping", StandInBenchmarks.WAIT)) {
            bench.awaitThat(() -> bench.said().contains(StandInBenchmarks.WAIT));
            List<ProcessHandle> children = bench.handle().descendants().toList();
            assertThat(children).hasSize(1);
            bench.interrupt();
            assertThat(bench.await()).isEqualTo(3);
            children.get(0).onExit().get(60, TimeUnit.SECONDS);
        }
    }
}
