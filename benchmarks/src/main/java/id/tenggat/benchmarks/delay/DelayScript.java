package id.tenggat.benchmarks.delay;

import java.time.Duration;

/**
 * When a server answers: each request after the same time, but nothing at all while it is frozen. Times are nanoseconds from
 * the server's zero on.
 *
 * @param delayNs from a request to its answer
 * @param frozenFromNs when the freeze begins
 * @param frozenUntilNs when it ends: all that became due meanwhile is answered then
 */
public record DelayScript(long delayNs, long frozenFromNs, long frozenUntilNs) {

    /** The same delay for all, and a freeze. */
    public static DelayScript frozen(Duration delay, Duration from, Duration span) {
        return new DelayScript(delay.toNanos(), from.toNanos(), from.plus(span).toNanos());
    }

    /** The same delay for all. */
    public static DelayScript steady(Duration delay) {
        return frozen(delay, Duration.ZERO, Duration.ZERO);
    }

    /** When a request that came then is answered. */
    public long answeredNs(long cameNs) {
        long due = cameNs + delayNs;
        return due >= frozenFromNs && due < frozenUntilNs ? frozenUntilNs : due;
    }

    /** As a word of a command line. */
    String word() {
        return delayNs + "," + frozenFromNs + "," + frozenUntilNs;
    }

    static DelayScript parse(String word) {
        String[] numbers = word.split(",", -1);
        return new DelayScript(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
