package id.tenggat.benchmarks.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The benchmarks run, for an instant and in this JVM, and their results find their places. */
class StampTableTest {

    @TempDir
    private Path folder = Path.of("");

    private Collection<RunResult> run(String benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("StampBenchmark\\." + benchmark + "$")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .param("document", "letter")
                        .param("algorithm", "ECDSA_P256")
                        .param("library", "OPENPDF", "DSS")
                        .param("flavour", "FAIR")
                        .output(folder.resolve("jmh.txt").toString())
                        .build())
                .run();
    }

    @Test
    void everySideHasALineWithItsRatios() throws RunnerException {
        StampTable table = new StampTable();
        run("(floor|floorAndCopy|signature|product.*|theirs)").forEach(table::add);

        List<String> lines = table.toString().lines().toList();

        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).startsWith("provider of floor and product: " + Product.crypto());
        assertThat(lines.get(1))
                .startsWith("letter, ECDSA_P256")
                .contains("CPU µs", "× floor", "× signature", "× product");
        assertThat(lines.get(2)).matches(" {2}floor +[0-9.,]+ +[0-9.,]+ +1\\.000 +[0-9.]+ +[0-9.]+ *");
        assertThat(lines.get(3)).startsWith("  floor and a copy ");
        assertThat(lines.get(4)).matches(" {2}product +[0-9.,]+ +[0-9.,]+ +[0-9.]+ +[0-9.]+ +1\\.000 *");
        assertThat(lines.get(5)).startsWith("  product, hashed before ");
        assertThat(lines.get(6)).startsWith("  product, update beside ");
        assertThat(lines.get(7)).matches(" {2}signature +[0-9.,]+ +[0-9.,]+ +[0-9.]+ +1\\.000 +[0-9.]+ *");
        assertThat(lines.get(8)).matches(" {2}openpdf, fair +[0-9.,]+ +[0-9.,]+ +[0-9.,]+ +[0-9.,]+ +[0-9.]+ *");
        assertThat(lines.get(9)).startsWith("  dss, fair ");
    }

    @Test
    void aRatioToWhatWasNotRunIsNone() throws RunnerException {
        StampTable table = new StampTable();
        run("floor").forEach(table::add);

        assertThat(table.toString().lines()).last().asString().matches(" {2}floor .* 1\\.000 *");
    }
}
