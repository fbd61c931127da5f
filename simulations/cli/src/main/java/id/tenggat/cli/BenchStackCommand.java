package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench stack}. */
@Command(
        name = "stack",
        mixinStandardHelpOptions = true,
        description = {
            "How long a live station makes its clients wait, beside the simulator on the same draws and Erlang's closed form.",
            "Takes about six minutes; --quick about one. Exit status 1 if a figure is outside its tolerance."
        })
final class BenchStackCommand implements Callable<Integer> {

    private static final String FIDELITY = "id.tenggat.benchmarks.StackFidelity";

    /** How the benchmark tells that a figure is outside. */
    private static final int OUTSIDE = 4;

    private static final int MISSED = 1;

    @Option(names = Benchmarks.QUICK, description = "shorter runs")
    private boolean quick;

    @Override
    public Integer call() {
        int status = Benchmarks.built().run(FIDELITY, quick ? List.of(Benchmarks.QUICK) : List.of());
        return status == OUTSIDE ? MISSED : status;
    }
}
