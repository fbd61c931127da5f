package id.tenggat.agreement;

import java.time.Instant;

/**
 * Where two recordings part first.
 *
 * @param step name of the step
 * @param at end of the interval in which they part
 * @param first what the first one shows there, as {@code second}: counts since the beginning, or nanoseconds
 */
public record Parting(String step, Instant at, Sign sign, double first, double second) {

    /** By what it is seen. */
    public enum Sign {
        SERVED("served"),
        REJECTED("rejected"),
        TIMED_OUT("timed out"),
        FAILED("failed"),
        COMPLETED("completed"),
        /** Of served attempts in the interval: nanoseconds. */
        P50("p50"),
        /** Of served attempts in the interval: nanoseconds. */
        P99("p99");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** True of latencies, false of counts. */
        public boolean isLatency() {
            return this == P50 || this == P99;
        }
    }
}
