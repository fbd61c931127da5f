package id.tenggat.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs benchmarks as JMH's own command does, with the same options, and prints how many times SSJ takes longer. */
public final class Ratios {

    private Ratios() {}

    /** The arguments are JMH's: {@code -h} tells them. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            printHelp(options);
            return;
        }
        RatioTable table = new RatioTable();
        new Runner(options).run().forEach(table::add);
        System.out.println(Machine.line());
        System.out.println("command: java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments));
        System.out.print(table);
    }

    private static void printHelp(CommandLineOptions options) {
        try {
            options.showHelp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
