package id.tenggat.verdict;

import id.tenggat.statistics.Interval;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a recording says of a metric.
 *
 * @param value in the metric's unit; empty without data
 * @param certainty how sure that is
 * @param worst where in the run it was worst; empty where the whole run is one
 */
public record Finding(OptionalDouble value, Certainty certainty, Optional<Worst> worst) {

    /** A recording that says nothing. */
    static final Finding NOTHING = new Finding(OptionalDouble.empty(), Certainty.NOTHING, Optional.empty());

    /** Of confidence; empty where the value itself decides. */
    public Optional<Interval> interval() {
        return certainty.interval();
    }

    /** Where in a run a metric was worst. */
    public sealed interface Worst {

        /** The metric there, in its unit. */
        double value();
    }

    /**
     * In the interval that begins then, among those in which enough happened.
     *
     * @param from its first instant
     */
    public record When(double value, Instant from) implements Worst {}

    /** In one regency. */
    public record Where(double value, String regency) implements Worst {}
}
