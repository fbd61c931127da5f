package id.tenggat.replay;

import java.time.Duration;
import java.util.Arrays;

/**
 * So many users, each of whom wants to call at equal gaps and can't before its last call is answered. The users' first calls
 * are spread over a gap.
 *
 * @param calls of each user
 * @param together how many users want to call at the same instants: 1 if each has its own
 */
public record Cadence(int users, Duration gap, int calls, int together) {

    /** Each user has instants of its own. */
    public Cadence(int users, Duration gap, int calls) {
        this(users, gap, calls, 1);
    }

    /** So many users who call for this long. */
    public static Cadence lasting(Duration span, int users, Duration gap) {
        return new Cadence(users, gap, Math.toIntExact(span.dividedBy(gap)));
    }

    /** The same, with so many users at the same instants. */
    public Cadence inGroupsOf(int size) {
        return new Cadence(users, gap, calls, size);
    }

    /** When a user wants to call for the so-manyth time, in nanoseconds from the beginning. */
    public long dueNs(int user, int call) {
        return gap.toNanos() * (user - user % together) / users + call * gap.toNanos();
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
