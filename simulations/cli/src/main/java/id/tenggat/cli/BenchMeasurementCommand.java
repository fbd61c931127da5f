package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench measurement}. */
@Command(
        name = "measurement",
        mixinStandardHelpOptions = true,
        description = {
            "What Tenggat, Gatling's own report and wrk say of a server whose response times are known, and which freezes.",
            "Takes two and a half minutes; --quick about one."
        })
final class BenchMeasurementCommand implements Callable<Integer> {

    private static final String TRUTH = "id.tenggat.benchmarks.MeasurementTruth";

    @Option(names = Benchmarks.QUICK, description = "shorter runs, a shorter freeze")
    private boolean quick;

    @Override
    public Integer call() {
        return Benchmarks.built().run(TRUTH, quick ? List.of(Benchmarks.QUICK) : List.of());
    }
}
