package id.tenggat.policy;

import id.tenggat.scenario.Stack.Admission;

/** An admission rule at work: decides who may enter a station at all. Keeps its own state, for one station. */
public interface Gate {

    /**
     * True if a request may enter now; entering is counted.
     *
     * @param nowNs engine time, never less than in the call before
     */
    boolean admits(long nowNs);

    /** The gate of a station's admission rule. */
    static Gate of(Admission admission) {
        return admission instanceof Admission.TokenBucket bucket ? new TokenBucketGate(bucket) : nowNs -> true;
    }
}
