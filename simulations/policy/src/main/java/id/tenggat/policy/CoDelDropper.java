package id.tenggat.policy;

import id.tenggat.scenario.Dropping.CoDel;
import id.tenggat.state.State;

/**
 * Controlled delay (RFC 8289, section 5), asked request by request: the n-th drop of a bout follows the one before after
 * interval/√n. A bout that begins soon after another goes on about as fast as that one had become. Where nobody else
 * waits there is no standing queue, and nobody is dropped.
 *
 * <pre>
 *   wait                 ╭─ every wait is above the target for an interval: drop
 *          ╱▔▔▔▔▔▔▔▔▔▔▔▔▔│    │   │  │ │╲
 *   target ──────────────────────────────╲── a wait below the target ends the bout
 *          │◄─ interval ─►    interval/√n
 * </pre>
 */
final class CoDelDropper implements Dropper {

    private static final long NEVER = Long.MIN_VALUE;

    /** A bout that begins within so many intervals after the last is taken for the same overload. */
    private static final long SOON = 16;

    private final long targetNs;
    private final long intervalNs;
    private long mayDropNs = NEVER;
    private boolean isDropping;
    private boolean hasJustDropped;
    private long nextDropNs;
    private long drops;
    private long dropsAtBegin;

    CoDelDropper(CoDel settings) {
        targetNs = settings.target().toNanos();
        intervalNs = settings.interval().toNanos();
    }

    @Override
    public boolean drops(long nowNs, long waitedNs, int othersWaiting, Client client) {
        boolean stands = stands(nowNs, waitedNs, othersWaiting);
        if (isDropping && stands) {
            return goOn(nowNs);
        }
        isDropping = stands;
        hasJustDropped = false;
        if (stands) {
            begin(nowNs);
        }
        return stands;
    }

    /** True if the waits have been above the target for an interval. */
    private boolean stands(long nowNs, long waitedNs, int othersWaiting) {
        if (waitedNs < targetNs || othersWaiting == 0) {
            mayDropNs = NEVER;
            return false;
        } else if (mayDropNs == NEVER) {
            mayDropNs = nowNs + intervalNs;
            return false;
        }
        return nowNs >= mayDropNs;
    }

    private void begin(long nowNs) {
        long before = drops - dropsAtBegin;
        boolean soon = nowNs - nextDropNs < SOON * intervalNs;
        drops = before > 1 && soon ? before : 1;
        dropsAtBegin = drops;
        nextDropNs = nowNs + pauseNs();
    }

    /** The time of the next drop counts only if the queue still stands after the last. */
    private boolean goOn(long nowNs) {
        if (hasJustDropped) {
            nextDropNs += pauseNs();
        }
        hasJustDropped = nowNs >= nextDropNs;
        drops += hasJustDropped ? 1 : 0;
        return hasJustDropped;
    }

    private long pauseNs() {
        return (long) ((double) intervalNs / Math.sqrt((double) drops));
    }

    @Override
    public void carry(State state) {
        mayDropNs = state.of(mayDropNs);
        isDropping = state.of(isDropping);
        hasJustDropped = state.of(hasJustDropped);
        nextDropNs = state.of(nextDropNs);
        drops = state.of(drops);
        dropsAtBegin = state.of(dropsAtBegin);
    }
}
