package id.tenggat.policy;

import id.tenggat.scenario.WaitingRoom;
import id.tenggat.state.State;

/**
 * Paces who goes in from a waiting room: one for each token of a bucket that starts full. Tells the time of the next token
 * instead of counting tokens, so that an engine can be there (the virtual scheduling of the generic cell rate algorithm,
 * ITU-T I.371; Cloudflare Waiting Room paces by new users per minute, Queue-it by an outflow per minute).
 *
 * <p>Since the bucket was last full, the k-th token can be taken after (k − burst) / rate, up to the next nanosecond: what
 * is rounded does not add up. Keeps its own state, for one room.
 */
public final class Inflow {

    /** A thousandth of a nanosecond, so that a product that is whole but for its last bits is not rounded up. */
    private static final double ROUNDING = 1e-3;

    private final double tokenNs;
    private final double burst;
    private long fullNs;
    private long taken;
    private long nextNs;

    public Inflow(WaitingRoom settings) {
        tokenNs = 1e9 / settings.ratePerSecond();
        burst = settings.burst();
    }

    /** From when on a token is there: engine time, not after now if one is there already. */
    public long nextNs() {
        return nextNs;
    }

    /** True if a token is there. */
    public boolean isOpen(long nowNs) {
        return nowNs >= nextNs;
    }

    /**
     * Somebody goes in and takes a token, which must be there.
     *
     * @param nowNs engine time, never less than in the call before
     */
    public void letIn(long nowNs) {
        if (nowNs > fullNs + ns((double) taken)) {
            fullNs = nowNs;
            taken = 0;
        }
        taken++;
        nextNs = fullNs + ns(taken + 1 - burst);
    }

    private long ns(double tokens) {
        return (long) Math.ceil(tokens * tokenNs - ROUNDING);
    }

    /** Carries what is kept. */
    public void carry(State state) {
        fullNs = state.of(fullNs);
        taken = state.of(taken);
        nextNs = state.of(nextNs);
    }
}
