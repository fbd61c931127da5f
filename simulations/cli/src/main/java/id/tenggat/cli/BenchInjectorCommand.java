package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench injector}. */
@Command(
        name = "injector",
        mixinStandardHelpOptions = true,
        description = {
            "What a request and a waiting applicant cost the injector, recorded and not, beside bare Gatling.",
            "Takes about twenty minutes; --quick about nine minutes."
        })
final class BenchInjectorCommand implements Callable<Integer> {

    private static final String COST = "id.tenggat.benchmarks.InjectorCost";

    @Option(names = Benchmarks.QUICK, description = "one JVM of each instead of three")
    private boolean quick;

    @Override
    public Integer call() {
        return Benchmarks.built().run(COST, quick ? List.of(Benchmarks.QUICK) : List.of());
    }
}
