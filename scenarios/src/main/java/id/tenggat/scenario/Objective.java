package id.tenggat.scenario;

import id.tenggat.scenario.Metric.Better;
import id.tenggat.scenario.Slice.Window;

import java.util.Optional;

/**
 * What is good enough: a metric, and what it is held against.
 *
 * @param text as written in the scenario
 * @param subject the step or station that the metric is of; empty for metrics of the whole run
 * @param during the part of the calendar that it is about; empty: all of the run. Only metrics over time have one
 */
public record Objective(
        String text, Metric metric, Optional<String> subject, Criterion criterion, Optional<Window> during) {

    public Objective {
        Require.that(
                during.isEmpty() || metric.isOverTime(), "only a metric over time may be of a window", metric.words());
    }

    /** A metric of the whole run that is held against a bound. */
    public Objective(String text, Metric metric, Optional<String> subject, Comparison comparison, double bound) {
        this(text, metric, subject, new Bound(comparison, bound), Optional.empty());
    }

    /** What the observed value is held against. */
    public sealed interface Criterion {}

    /**
     * A number.
     *
     * @param value in the metric's unit: nanoseconds, a share from 0 to 1, a count or a ratio
     */
    public record Bound(Comparison comparison, double value) implements Criterion {

        /** True if the observed value satisfies it. */
        public boolean holds(double observed) {
            return comparison.holds(observed, value);
        }
    }

    /**
     * What was observed before, with an allowance for the worse; one of its two parts is 0.
     *
     * @param share of the value before, 0 or more
     * @param size in the metric's unit, 0 or more
     */
    public record NoWorse(double share, double size) implements Criterion {

        /** The worst value that is let pass. */
        public double limit(Better better, double before) {
            double allowed = Math.abs(before) * share + size;
            return better == Better.LOWER ? before + allowed : before - allowed;
        }
    }

    /** How the observed value must stand to the bound. */
    public enum Comparison {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<"),
        EQUAL("==");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign in scenario files. */
        public String sign() {
            return sign;
        }

        /** True if the observed value satisfies the bound. */
        public boolean holds(double observed, double bound) {
            return switch (this) {
                case AT_LEAST -> observed >= bound;
                case ABOVE -> observed > bound;
                case AT_MOST -> observed <= bound;
                case BELOW -> observed < bound;
                case EQUAL -> observed == bound;
            };
        }
    }
}
