package id.tenggat.recording;

/** How one attempt ended. */
public enum Fate {
    /** Answered in time, and well. */
    SERVED,
    /** Shed: 429 or 503. */
    REJECTED,
    /** The client left before the answer. */
    TIMED_OUT,
    /** Broken: another error answer, or no connection. */
    FAILED,
    /** Planned, but never sent: the deadline passed first. */
    ABANDONED
}
