package id.tenggat.capacity;

import id.tenggat.recording.Audit;

/**
 * What is left to say when the simulator has ended.
 *
 * @param events events handled
 * @param attempts attempts sent
 * @param endNs engine time of the last event
 */
public record Outcome(Audit audit, End end, long events, long attempts, long endNs) {

    /** How a run ended. */
    public enum End {
        /** Nobody is left who would do anything. */
        COMPLETE,
        /** Its watch stopped it. */
        STOPPED,
        /** It sent more attempts than it may. */
        TOO_MANY_ATTEMPTS
    }

    /** True if it was ended before its end. */
    public boolean interrupted() {
        return end != End.COMPLETE;
    }
}
