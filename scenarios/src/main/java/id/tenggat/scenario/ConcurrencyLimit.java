package id.tenggat.scenario;

import java.time.Duration;

/**
 * A limit on how many requests may be inside a station, waiting or served, that the station moves by itself from how they
 * end. Both rules are after Netflix's concurrency-limits.
 */
public sealed interface ConcurrencyLimit extends Stack.Admission {

    /** Between what the limit moves. */
    Range range();

    /**
     * Additive increase, multiplicative decrease: up by one after each request that ends well while at least half of the
     * limit is used, down by a factor after each that ends badly or takes too long (Chiu and Jain, 1989).
     *
     * @param slow how long a request may be inside without counting as one too many
     * @param backoff the factor, 0.5 or more and below 1
     */
    record Aimd(Range range, Duration slow, double backoff) implements ConcurrencyLimit {
        public Aimd {
            Require.positive("slow", slow);
            Require.that(
                    backoff >= 0.5 && backoff < 1,
                    "backoff must be at least 50% and below 100%",
                    Words.percent(backoff));
        }
    }

    /**
     * By the gradient of the time that requests are inside: down where it is longer than it has been in the long run, up
     * by the queue that may stand where it is not.
     *
     * @param queue how many may wait where all is well, above 0
     * @param every the span over which times are averaged before the limit moves, longer than zero
     */
    record Gradient(Range range, double queue, Duration every) implements ConcurrencyLimit {
        public Gradient {
            Require.that(queue > 0 && queue <= 1e9, "queue must lie above 0 and up to 1,000,000,000", queue);
            Require.positive("every", every);
        }
    }

    /**
     * Between what a limit moves.
     *
     * @param least the lowest limit, 1 or more
     * @param initial where it begins
     * @param most the highest limit
     */
    record Range(int least, int initial, int most) {

        /** The highest that may be written. */
        public static final int HIGHEST = 1_000_000_000;

        public Range {
            Require.that(
                    least >= 1 && most <= HIGHEST,
                    "a limit must lie between 1 and 1,000,000,000",
                    least + " to " + most);
            Require.that(
                    least <= initial && initial <= most,
                    "initial must lie between least (" + least + ") and most (" + most + ")",
                    initial);
        }

        private Range times(double size) {
            return new Range(times(least, size), times(initial, size), times(most, size));
        }

        private static int times(int limit, double size) {
            return (int) Math.min(HIGHEST, Math.max(1, Math.round(limit * size)));
        }
    }

    /** The limit of a station so many times as large. */
    default ConcurrencyLimit resized(double size) {
        Range resized = range().times(size);
        if (this instanceof Gradient gradient) {
            return new Gradient(resized, gradient.queue() * size, gradient.every());
        }
        Aimd aimd = (Aimd) this;
        return new Aimd(resized, aimd.slow(), aimd.backoff());
    }
}
