package id.tenggat.capacity;

import id.tenggat.draw.Draws;
import id.tenggat.replication.Replications;
import id.tenggat.scenario.Scenario;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Independent replications against exact values: the 99 % interval of their mean must hold the exact value and be no wider
 * than ±1.5 % of it. Seeds are fixed, so a test's answer is always the same. Keeps a table of all that was compared.
 */
final class Theory {

    private static final double CONFIDENCE = 0.99;
    private static final double WIDEST = 0.015;
    private static final long BASE_SEED = 6092024;

    private final List<String> rows = new ArrayList<>();

    /** Replications of a scenario, in parallel, in order of replication. */
    static List<TheoryRun> replicate(int count, Scenario scenario, TheoryRun.Look look) {
        return replicate(BASE_SEED, count, seed -> TheoryRun.of(scenario.withSeed(seed), look));
    }

    /**
     * Replications of anything that a seed makes, in parallel, in order of replication. Each model has seeds of its own: a
     * scenario's first applicants have the same draws in every model, and what is unlikely in one would be seen in all.
     */
    static <R> List<R> replicate(String model, int count, LongFunction<R> run) {
        return replicate(Draws.next(BASE_SEED, model.hashCode()), count, run);
    }

    private static <R> List<R> replicate(long baseSeed, int count, LongFunction<R> run) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> run.apply(Replications.seed(baseSeed, i)))
                .toList();
    }

    <R> void compare(String what, double exact, List<R> runs, ToDoubleFunction<R> observed) {
        Sample sample = Sample.of(runs.stream().mapToDouble(observed).toArray());
        compare(what, exact, new Compared(sample.mean(), sample.meanInterval(CONFIDENCE), exact * WIDEST));
    }

    /** What was observed, how sure it is, and how sure it must be. */
    record Compared(double observed, Interval interval, double widest) {}

    void compare(String what, double exact, Compared found) {
        Interval interval = found.interval();
        rows.add(String.format(
                Locale.ROOT,
                "%-44s %12.6f %12.6f   %.6f … %.6f",
                what,
                exact,
                found.observed(),
                interval.low(),
                interval.high()));
        assertThat(interval.contains(exact))
                .as("%s: exactly %s, observed %s, %s", what, exact, found.observed(), interval)
                .isTrue();
        assertThat(interval.halfWidth()).as(what + ": half-width").isLessThanOrEqualTo(found.widest());
    }

    /** Writes the table where a note can quote it from. */
    void write(String file) throws IOException {
        String head = String.format("%-44s %12s %12s   %s%n", "", "exact", "observed", "99 % interval");
        Files.writeString(Path.of("target", file), head + String.join("\n", rows) + "\n");
    }
}
