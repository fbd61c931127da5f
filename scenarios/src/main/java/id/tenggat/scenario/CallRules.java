package id.tenggat.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How a station calls its third parties. Each third party has a breaker and a budget of its own at each station.
 *
 * @param breaker when it stops calling one that fails; absent if it never does
 * @param retries how it tries again at once; absent if it never does
 */
public record CallRules(Optional<Breaker> breaker, Optional<Retries> retries) {

    /** Every call is made, once. */
    public static final CallRules NONE = new CallRules(Optional.empty(), Optional.empty());

    /**
     * A circuit breaker: opens once so many of the last calls have failed; after a span it lets a few probes through,
     * closes if all are well, and opens again at the first that fails (Nygard, "Release It!", 2007).
     *
     * @param failures share of the window's calls that must fail, above 0 and up to 1
     * @param window how many calls are looked at, 1 or more; fewer tell nothing
     * @param open how long it stays open, longer than zero
     * @param probes how many calls are let through then, 1 or more
     */
    public record Breaker(double failures, int window, Duration open, int probes) {

        /** The most calls that a window may hold. */
        public static final int WIDEST = 100_000;

        public Breaker {
            Require.that(
                    failures > 0 && failures <= 1,
                    "failures must lie above 0% and up to 100%",
                    Words.percent(failures));
            Require.that(window >= 1 && window <= WIDEST, "window must lie between 1 and 100,000", window);
            Require.positive("open", open);
            Require.that(probes >= 1 && probes <= WIDEST, "probes must lie between 1 and 100,000", probes);
        }
    }

    /**
     * Retries at once, as far as a budget allows: each first call pays in a part of a retry (Brooker, "Fixing retries with
     * token buckets and circuit breakers", 2022; Finagle's RetryBudget).
     *
     * @param attempts how often a call may be made in all, 2 or more
     * @param deposit what each first call pays in, in retries, above 0 and up to 1
     * @param most what the budget may hold, in retries, 1 or more; it starts full
     */
    public record Retries(int attempts, double deposit, double most) {

        /** The most attempts of a call. */
        public static final int MOST_ATTEMPTS = 100;

        public Retries {
            Require.that(attempts >= 2 && attempts <= MOST_ATTEMPTS, "attempts must lie between 2 and 100", attempts);
            Require.that(
                    deposit > 0 && deposit <= 1, "deposit must lie above 0% and up to 100%", Words.percent(deposit));
            Require.that(most >= 1 && most <= 1e9, "most must lie between 1 and 1,000,000,000", most);
        }
    }

    /** True if a call's outcome depends on the calls before it. */
    public boolean hold() {
        return breaker.isPresent() || retries.isPresent();
    }

    /** The rules of a station so many times as large: what counts calls follows its size. */
    public CallRules resized(double size) {
        return new CallRules(
                breaker.map(b -> new Breaker(b.failures(), times(b.window(), size), b.open(), times(b.probes(), size))),
                retries.map(r -> new Retries(r.attempts(), r.deposit(), Math.min(1e9, Math.max(1, r.most() * size)))));
    }

    private static int times(int calls, double size) {
        return (int) Math.min(Breaker.WIDEST, Math.max(1, Math.round(calls * size)));
    }
}
