package id.tenggat.target;

/**
 * No more than so many requests within any second, wherever that second begins: the last ones' instants are kept, and the
 * next may go when the one that many before it is a second old. (A token bucket of one second's worth would let through
 * twice as many in its first second.)
 */
final class RateLimit {

    private static final long SECOND_NS = 1_000_000_000;

    private final long[] sentNs;
    private int next;
    private boolean full;
    private long lastNs = Long.MIN_VALUE;

    RateLimit(int perSecond) {
        sentNs = new long[perSecond];
    }

    /**
     * Counts a request, if it may go.
     *
     * @param nowNs on any axis that does not go back; a little back, as of several threads, counts as the latest so far
     */
    synchronized boolean admits(long nowNs) {
        lastNs = Math.max(lastNs, nowNs);
        if (full && lastNs - sentNs[next] < SECOND_NS) {
            return false;
        }
        sentNs[next] = lastNs;
        next++;
        if (next == sentNs.length) {
            next = 0;
            full = true;
        }
        return true;
    }
}
