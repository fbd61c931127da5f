package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.benchmarks.measure.ResultTable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs benchmarks as JMH's own command does, and prints how they compare. The exit status is 2 for options that JMH does not
 * know or that leave nothing to run.
 */
public final class Ratios {

    private static final String QUICK = "--quick";
    private static final int BAD_USAGE = 2;

    private Ratios() {}

    /**
     * The name of a suite, {@code simulator} or {@code stamping}, if only that is to be run; {@code --quick}; and JMH's
     * options: {@code -h} tells them.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Lifeline.holdIfAsked();
        try {
            run(arguments);
        } catch (CommandLineOptionException | RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void run(String[] arguments) throws CommandLineOptionException, RunnerException {
        List<String> words = new ArrayList<>(List.of(arguments));
        Optional<Suite> suite = words.isEmpty() ? Optional.empty() : Suite.named(words.get(0));
        suite.ifPresent(named -> words.remove(0));
        boolean quick = words.remove(QUICK);
        CommandLineOptions asked = new CommandLineOptions(words.toArray(String[]::new));
        if (asked.shouldHelp()) {
            printHelp(asked);
            return;
        }
        Options options = suite.map(named -> named.only(quick ? named.quick(asked) : asked))
                .orElse(asked);
        Runner runner = new Runner(options);
        if (asked.shouldList() || asked.shouldListWithParams()) {
            runner.listWithParams(asked);
            return;
        }
        Collection<RunResult> results = runner.run();
        System.out.println(Machine.line());
        System.out.println("command: java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments));
        tables(results).values().forEach(System.out::print);
    }

    private static Map<Suite, ResultTable> tables(Collection<RunResult> results) {
        Map<Suite, ResultTable> tables = new EnumMap<>(Suite.class);
        results.forEach(result ->
                tables.computeIfAbsent(Suite.of(result), Suite::newTable).add(result));
        return tables;
    }

    private static void printHelp(CommandLineOptions options) {
        try {
            options.showHelp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
