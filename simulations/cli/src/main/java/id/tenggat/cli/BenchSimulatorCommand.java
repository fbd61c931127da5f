package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench simulator}. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description = {
            "A queue, the hold model and the deadline with retries, beside SSJ.",
            "Takes about an hour; --quick about a minute."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat bench simulator -f 1 -p list=Henriksen -p recording=on DeadlineBenchmark",
            "  tenggat bench simulator -p pending=100000 HoldBenchmark"
        })
final class BenchSimulatorCommand implements Callable<Integer> {

    @Option(names = Benchmarks.QUICK, description = Benchmarks.QUICK_DESCRIPTION)
    private boolean quick;

    @Unmatched
    private List<String> jmh = new ArrayList<>();

    @Override
    public Integer call() {
        return Benchmarks.built().runSuite("simulator", quick, jmh);
    }
}
