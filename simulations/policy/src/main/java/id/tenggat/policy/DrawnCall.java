package id.tenggat.policy;

import id.tenggat.scenario.CallFault;

import java.util.Optional;

/**
 * What becomes of one call of a third party.
 *
 * @param fault how it fails; empty if it is well
 * @param settledNs from the call until its caller learns the outcome, or begins to hear it: nanoseconds
 * @param chunksNs how long the answer then takes to come in pieces, nanoseconds; 0 if it comes in one
 */
public record DrawnCall(Optional<CallFault> fault, long settledNs, long chunksNs) {

    /** Answered at once, and well. */
    public static final DrawnCall IMMEDIATE = new DrawnCall(Optional.empty(), 0, 0);

    public boolean isWell() {
        return fault.isEmpty();
    }

    /** How long the call holds its worker, in nanoseconds. */
    public long heldNs() {
        return ServiceDraws.heldNs(settledNs, chunksNs);
    }
}
