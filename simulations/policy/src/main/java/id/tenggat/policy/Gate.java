package id.tenggat.policy;

import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.state.State;

/** An admission rule at work: decides who may enter a station at all. Keeps its own state, for one station. */
public interface Gate {

    /** How a request left a station, as far as the station knows. */
    enum Exit {
        SERVED,
        /** It broke, was dropped, or its client had left. */
        IN_VAIN
    }

    /**
     * True if a request may enter now; entering is counted.
     *
     * @param nowNs engine time, never less than in the call before
     */
    boolean admits(long nowNs);

    /**
     * A request that was admitted leaves the station.
     *
     * @param nowNs engine time, never less than in the call before
     * @param insideNs how long it was inside
     */
    default void leaves(long nowNs, long insideNs, Exit exit) {}

    /** Carries what is kept; nothing, if nothing is. */
    default void carry(State state) {}

    /**
     * The gate of a station's admission rule.
     *
     * @throws IllegalArgumentException for a waiting room, which lets wait whom a gate would turn away
     */
    static Gate of(Admission admission) {
        if (admission instanceof ConcurrencyLimit.Aimd aimd) {
            return new LimitGate(new AimdLimit(aimd));
        } else if (admission instanceof ConcurrencyLimit.Gradient gradient) {
            return new LimitGate(new GradientLimit(gradient));
        } else if (admission instanceof WaitingRoom) {
            throw new IllegalArgumentException("a waiting room is no gate: " + admission);
        }
        return admission instanceof Admission.TokenBucket bucket ? new TokenBucketGate(bucket) : nowNs -> true;
    }
}
