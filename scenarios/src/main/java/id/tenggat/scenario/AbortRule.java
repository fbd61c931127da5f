package id.tenggat.scenario;

import id.tenggat.scenario.Objective.Comparison;

import java.time.Duration;
import java.util.Optional;

/**
 * When a live replay stops by itself: something is above a bound for so long.
 *
 * @param text as written in the scenario
 * @param lasting for how long without a break; zero: once is enough
 */
public record AbortRule(String text, Condition condition, Duration lasting) {

    /** The longest that a condition may be asked to last: its seconds are kept. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /**
     * What has to hold.
     *
     * @param step of which step's attempts; empty: of all, or not of attempts at all
     * @param comparison {@link Comparison#ABOVE} or {@link Comparison#AT_LEAST}
     * @param bound in the sign's unit: nanoseconds, a share from 0 to 1, or a count
     */
    public record Condition(Sign sign, Optional<String> step, Comparison comparison, double bound) {}

    /** What can be watched while a replay runs. */
    public enum Sign {
        ERROR_RATE("error rate", Metric.Unit.SHARE, Of.ATTEMPTS),
        TIMEOUT_RATE("timeout rate", Metric.Unit.SHARE, Of.ATTEMPTS),
        REJECTION_RATE("rejection rate", Metric.Unit.SHARE, Of.ATTEMPTS),
        LATENCY_P50("p50", Metric.Unit.DURATION, Of.LATENCY),
        LATENCY_P95("p95", Metric.Unit.DURATION, Of.LATENCY),
        LATENCY_P99("p99", Metric.Unit.DURATION, Of.LATENCY),
        SLIP_P99("slip p99", Metric.Unit.DURATION, Of.RUN),
        INSIDE("inside", Metric.Unit.COUNT, Of.RUN);

        /** What a sign is of, and so how it is written. */
        public enum Of {
            /** Of all steps, {@code error rate}, or of one, {@code stamp-letter error rate}. */
            ATTEMPTS,
            /** Of all steps, {@code latency p99}, or of one, {@code stamp-letter p99}. */
            LATENCY,
            /** Of the whole run: {@code inside}. */
            RUN
        }

        private final String words;
        private final Metric.Unit unit;
        private final Of of;

        Sign(String words, Metric.Unit unit, Of of) {
            this.words = words;
            this.unit = unit;
            this.of = of;
        }

        /** Behind the name of a step. */
        public String words() {
            return words;
        }

        /** Of all steps. */
        public String wordsOfAll() {
            return of == Of.LATENCY ? "latency " + words : words;
        }

        public Metric.Unit unit() {
            return unit;
        }

        public Of of() {
            return of;
        }
    }
}
