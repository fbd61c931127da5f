package id.tenggat.replay;

import java.util.Optional;

/** How long nothing but calls that found no connection has come back: a target that is gone, or an injector without ports. */
final class Silence {

    static final long LONGEST_NS = 30_000_000_000L;
    static final long CALLS_LEAST = 20;

    private volatile long calls;
    private long sinceNs;

    /** A call reached somebody, whatever became of it. */
    void broken() {
        if (calls > 0) {
            end();
        }
    }

    private synchronized void end() {
        calls = 0;
    }

    /** A call found no connection. */
    synchronized void goesOn(long nowNs) {
        if (calls == 0) {
            sinceNs = nowNs;
        }
        calls++;
    }

    /** Why the run stops, if it is too long by now. */
    synchronized Optional<String> tooLong(long nowNs) {
        return calls >= CALLS_LEAST && nowNs - sinceNs >= LONGEST_NS
                ? Optional.of("nothing was to be reached at the target for " + LONGEST_NS / 1_000_000_000
                        + "s: none of the last " + calls + " calls found a connection")
                : Optional.empty();
    }
}
