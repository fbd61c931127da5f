package id.tenggat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench gate}. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "How often the gate calls a build worse that is the same, and misses one that is 10 %% slower.",
            "Takes about a minute; --quick a third of that. With --live it counts among runs that were made",
            "of one build, one after the other, how often the gate would call some of them worse than others."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenggat bench gate --quick", "  tenggat bench gate --live live.jsonl"})
final class BenchGateCommand implements Callable<Integer> {

    private static final String RATES = "id.tenggat.benchmarks.GateRates";

    private static final String LIVE_RATES = "id.tenggat.benchmarks.LiveGateRates";

    @Option(names = Benchmarks.QUICK, description = "fewer runs and pairs")
    private boolean quick;

    @Option(names = "--live", paramLabel = "FILE", description = "a history of live runs of one build")
    private @Nullable Path live;

    @Override
    public Integer call() {
        if (live != null) {
            return Benchmarks.built().run(LIVE_RATES, List.of(live.toString()));
        }
        return Benchmarks.built().run(RATES, quick ? List.of(Benchmarks.QUICK) : List.of());
    }
}
