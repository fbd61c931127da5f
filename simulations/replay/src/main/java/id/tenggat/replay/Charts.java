package id.tenggat.replay;

/** What becomes of Gatling's own charts. */
public enum Charts {
    /** Nothing is written. */
    NONE,
    /** Gatling's log is written, and nothing made of it: for a rehearsal, which does all that a run does. */
    UNDRAWN,
    /** Gatling's log and the HTML made of it are kept. */
    KEPT
}
