package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.ResultTable;
import id.tenggat.benchmarks.stamping.StampTable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Benchmarks that belong together, and end in one table. */
enum Suite {
    /** W1, W2 and W3, beside SSJ. */
    SIMULATOR("^id\\.tenggat\\.benchmarks\\.stamping\\.") {
        @Override
        Map<String, String> quickParameters() {
            return Map.of("list", "Henriksen", "pending", "1000");
        }

        @Override
        ResultTable newTable() {
            return new RatioTable();
        }
    },
    /** One whole stamp, beside its floor and other libraries. */
    STAMPING("^(?!id\\.tenggat\\.benchmarks\\.stamping\\.)") {
        @Override
        Map<String, String> quickParameters() {
            return Map.of("document", "letter");
        }

        @Override
        ResultTable newTable() {
            return new StampTable();
        }
    };

    private static final int QUICK_ITERATIONS = 2;

    /** Which benchmarks are not its own, as a regular expression. */
    private final String others;

    Suite(String others) {
        this.others = others;
    }

    /** What the parameters are where it must be quick. */
    abstract Map<String, String> quickParameters();

    abstract ResultTable newTable();

    static Optional<Suite> named(String word) {
        return Arrays.stream(values())
                .filter(suite -> suite.toString().equals(word))
                .findFirst();
    }

    static Suite of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return Arrays.stream(values())
                .filter(suite ->
                        !Pattern.compile(suite.others).matcher(benchmark).find())
                .findFirst()
                .orElseThrow();
    }

    /** The same options, for this suite's benchmarks only. */
    Options only(Options asked) {
        return new OptionsBuilder().parent(asked).exclude(others).build();
    }

    /** One fork, fewer iterations and parameters, where none were asked for. */
    Options quick(Options asked) {
        ChainedOptionsBuilder quick = new OptionsBuilder().parent(asked);
        if (!asked.getForkCount().hasValue()) {
            quick.forks(1);
        }
        if (!asked.getMeasurementIterations().hasValue()) {
            quick.measurementIterations(QUICK_ITERATIONS);
        }
        quickParameters().forEach((name, value) -> {
            if (!asked.getParameter(name).hasValue()) {
                quick.param(name, value);
            }
        });
        return quick.build();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
