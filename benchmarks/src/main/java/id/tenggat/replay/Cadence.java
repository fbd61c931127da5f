package id.tenggat.replay;

import java.time.Duration;
import java.util.Arrays;

/**
 * So many users, each of whom wants to call at equal gaps and can't before its last call is answered. The users' first calls
 * are spread over a gap.
 *
 * @param calls of each user
 */
public record Cadence(int users, Duration gap, int calls) {

    /** So many users who call for this long. */
    public static Cadence lasting(Duration span, int users, Duration gap) {
        return new Cadence(users, gap, Math.toIntExact(span.dividedBy(gap)));
    }

    /** When a user wants to call for the so-manyth time, in nanoseconds from the beginning. */
    public long dueNs(int user, int call) {
        return gap.toNanos() * user / users + call * gap.toNanos();
    }

    /** When the users want to call first, in their order. */
    public long[] firstDueNs() {
        long[] first = new long[users];
        Arrays.setAll(first, user -> dueNs(user, 0));
        return first;
    }

    /** From the first call to when the last is over due. */
    public Duration span() {
        return gap.multipliedBy(calls);
    }
}
