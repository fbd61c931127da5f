package id.tenggat.replay;

/**
 * One call and how it ended. All instants are on the axis of {@link System#nanoTime}.
 *
 * @param dueNs when the plan wanted the call
 * @param sentNs when it was handed to the HTTP client, never before {@code dueNs}; opening a connection comes after it
 * @param doneNs when the last byte of the answer was read, or when the client gave the call up
 * @param reply how it ended
 */
public record Exchange(long dueNs, long sentNs, long doneNs, Reply reply) {
    /** How late the generator was, in nanoseconds; never negative. */
    public long slipNs() {
        return sentNs - dueNs;
    }

    /** What the user waited, in nanoseconds, counted from the due instant: a late generator shortens nothing. */
    public long latencyNs() {
        return doneNs - dueNs;
    }
}
