package id.tenggat.recording;

/** How one applicant's journey ended. */
public enum Ending {
    /** Every step done by the last deadline. */
    COMPLETED,
    /** Every step done, but after the deadline. */
    COMPLETED_LATE,
    /** No visit was left to make. */
    GAVE_UP,
    /** The deadline passed first. */
    MISSED
}
