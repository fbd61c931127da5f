package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench gate}. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "How often the gate calls a build worse that is the same, and misses one that is 10 %% slower.",
            "Takes about a minute; --quick a third of that."
        })
final class BenchGateCommand implements Callable<Integer> {

    private static final String RATES = "id.tenggat.benchmarks.GateRates";

    @Option(names = Benchmarks.QUICK, description = "fewer runs and pairs")
    private boolean quick;

    @Override
    public Integer call() {
        return Benchmarks.built().run(RATES, quick ? List.of(Benchmarks.QUICK) : List.of());
    }
}
