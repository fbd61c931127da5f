package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.ResultTable;
import id.tenggat.benchmarks.stamping.StampTable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Benchmarks that belong together, and end in one table. */
enum Suite {
    /** W1, W2 and W3, beside SSJ. */
    SIMULATOR {
        @Override
        boolean holds(String benchmark) {
            return !STAMPING.holds(benchmark);
        }

        @Override
        String others() {
            return "^" + STAMPING_PACKAGE;
        }

        @Override
        void hasten(Options asked, ChainedOptionsBuilder quick) {
            setUnlessAsked(asked, quick, "list", "Henriksen");
            setUnlessAsked(asked, quick, "pending", "1000");
        }

        @Override
        ResultTable newTable() {
            return new RatioTable();
        }
    },
    /** One whole stamp, beside its floor and other libraries. */
    STAMPING {
        @Override
        boolean holds(String benchmark) {
            return benchmark.startsWith("id.tenggat.benchmarks.stamping.");
        }

        @Override
        String others() {
            return "^(?!" + STAMPING_PACKAGE + ")";
        }

        @Override
        void hasten(Options asked, ChainedOptionsBuilder quick) {
            setUnlessAsked(asked, quick, "document", "letter");
        }

        @Override
        ResultTable newTable() {
            return new StampTable();
        }
    };

    private static final String STAMPING_PACKAGE = "id\\.tenggat\\.benchmarks\\.stamping\\.";
    private static final int QUICK_ITERATIONS = 2;

    abstract boolean holds(String benchmark);

    /** The regular expression of all benchmarks but its own. */
    abstract String others();

    /** Fewer parameters, where none were asked for. */
    abstract void hasten(Options asked, ChainedOptionsBuilder quick);

    abstract ResultTable newTable();

    static Optional<Suite> named(String word) {
        return Arrays.stream(values())
                .filter(suite -> suite.toString().equals(word))
                .findFirst();
    }

    static Suite of(RunResult result) {
        return STAMPING.holds(result.getParams().getBenchmark()) ? STAMPING : SIMULATOR;
    }

    /** The same options, for this suite's benchmarks only. */
    Options only(Options asked) {
        return new OptionsBuilder().parent(asked).exclude(others()).build();
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
        hasten(asked, quick);
        return quick.build();
    }

    private static void setUnlessAsked(Options asked, ChainedOptionsBuilder quick, String name, String value) {
        if (!asked.getParameter(name).hasValue()) {
            quick.param(name, value);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
