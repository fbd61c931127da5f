package id.tenggat.replay;

/** What becomes of Gatling's own charts. */
public enum Charts {
    /** Nothing is written: for a warm-up. */
    NONE,
    /** Gatling's log and the HTML made of it are kept. */
    KEPT
}
