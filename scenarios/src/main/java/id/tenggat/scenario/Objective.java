package id.tenggat.scenario;

import java.util.Optional;

/**
 * What is good enough: a metric compared to a bound.
 *
 * @param text as written in the scenario
 * @param subject the step or station that the metric is of; empty for metrics of the whole run
 * @param bound in the metric's unit: nanoseconds, a share from 0 to 1, a count or a ratio
 */
public record Objective(String text, Metric metric, Optional<String> subject, Comparison comparison, double bound) {

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
