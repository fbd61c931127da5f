package id.tenggat.agreement;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Latency;
import id.tenggat.summary.StepSummary;
import id.tenggat.summary.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds every measure of two recordings against each other. */
final class Comparison {

    /** So many values must lie beyond a quantile for it to be judged: with fewer it is the draws' noise. */
    private static final int VALUES_BEYOND = 10;

    private final Twins twins;
    private final Summary first;
    private final Summary second;

    /** Of two recordings that these are summaries of. */
    Comparison(Twins twins, Summary first, Summary second) {
        this.twins = twins;
        this.first = first;
        this.second = second;
    }

    /** Of the whole run, then of each step. */
    List<Compared> rows() {
        List<Compared> rows = new ArrayList<>(List.of(
                Compared.of(Measure.GOODPUT, Optional.empty(), goodput(twins.first()), goodput(twins.second())),
                whole(Measure.RETRY_AMPLIFICATION, summary -> summary.traffic().retryAmplification()),
                whole(Measure.TIMED_OUT, summary -> summary.traffic().share(Fate.TIMED_OUT)),
                whole(Measure.REJECTED, summary -> summary.traffic().share(Fate.REJECTED)),
                whole(Measure.FAILED, summary -> summary.traffic().share(Fate.FAILED)),
                completion()));
        IntStream.range(0, twins.steps().size())
                .boxed()
                .flatMap(this::latencies)
                .forEach(rows::add);
        return rows;
    }

    private Compared whole(Measure measure, Function<Summary, OptionalDouble> value) {
        return Compared.of(measure, Optional.empty(), value.apply(first), value.apply(second));
    }

    private OptionalDouble goodput(Recording recording) {
        int intervals = twins.commonIntervals();
        long served = recording.timeline().stream()
                .filter(row -> row.interval() < intervals)
                .mapToLong(row -> row.fates().of(Fate.SERVED))
                .sum();
        return intervals == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(served / (intervals * twins.axis().intervalSeconds()));
    }

    private Compared completion() {
        double[] one = twins.completed(twins.first());
        double[] other = twins.completed(twins.second());
        int widest = IntStream.range(0, one.length)
                .reduce(0, (a, b) -> Math.abs(one[b] - other[b]) > Math.abs(one[a] - other[a]) ? b : a);
        if (one.length == 0) {
            return Compared.of(Measure.COMPLETION, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        return Compared.of(
                        Measure.COMPLETION,
                        Optional.empty(),
                        OptionalDouble.of(one[widest]),
                        OptionalDouble.of(other[widest]))
                .at(twins.endOf(widest));
    }

    private Stream<Compared> latencies(int step) {
        return Stream.of(
                latency(step, Measure.P50, new Quantile(0.5, Latency::p50Us)),
                latency(step, Measure.P95, new Quantile(0.95, Latency::p95Us)),
                latency(step, Measure.P99, new Quantile(0.99, Latency::p99Us)));
    }

    private record Quantile(double share, ToLongFunction<Latency> us) {

        OptionalDouble ns(StepSummary step) {
            return step.latency().isPresent()
                    ? OptionalDouble.of(us.applyAsLong(step.latency().get()) * 1e3)
                    : OptionalDouble.empty();
        }

        long valuesNeeded() {
            return Math.round(VALUES_BEYOND / (1 - share));
        }
    }

    private Compared latency(int step, Measure measure, Quantile quantile) {
        StepSummary one = first.steps().get(step);
        StepSummary other = second.steps().get(step);
        Compared row = Compared.of(measure, Optional.of(one.name()), quantile.ns(one), quantile.ns(other));
        long served = Math.min(one.fates().of(Fate.SERVED), other.fates().of(Fate.SERVED));
        return served >= quantile.valuesNeeded()
                ? row
                : row.notJudged(
                        String.format(Locale.ROOT, "%,d served, it takes %,d", served, quantile.valuesNeeded()));
    }
}
