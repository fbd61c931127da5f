package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.benchmarks.measure.ResultTable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
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
     * The name of a suite, {@code simulator} or {@code stamping}, if only that is to be run; of a suite {@code --quick}; and
     * JMH's options: {@code -h} tells them.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Lifeline.holdIfAsked();
        try {
            run(arguments);
        } catch (NoBenchmarksException e) {
            System.err.println("no benchmark matches: -l lists them");
            System.exit(BAD_USAGE);
        } catch (CommandLineOptionException | RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    private static void run(String[] arguments) throws CommandLineOptionException, RunnerException {
        Order order = Order.of(arguments);
        CommandLineOptions asked = order.asked();
        Runner runner = new Runner(order.options());
        if (asked.shouldHelp()) {
            printHelp(asked);
        } else if (asked.shouldList()) {
            runner.list();
        } else if (asked.shouldListWithParams()) {
            runner.listWithParams(asked);
        } else {
            print(runner.run(), arguments);
        }
    }

    /**
     * What is to be run.
     *
     * @param suite empty: all
     */
    private record Order(Optional<Suite> suite, boolean quick, CommandLineOptions asked) {

        static Order of(String[] arguments) throws CommandLineOptionException {
            List<String> words = new ArrayList<>(List.of(arguments));
            Optional<Suite> suite = words.isEmpty() ? Optional.empty() : Suite.named(words.get(0));
            suite.ifPresent(named -> words.remove(0));
            boolean quick = words.remove(QUICK);
            return new Order(suite, quick, new CommandLineOptions(words.toArray(String[]::new)));
        }

        Options options() {
            return suite.map(named -> named.only(quick ? named.quick(asked) : asked))
                    .orElse(asked);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(Collection<RunResult> results, String[] arguments) {
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
