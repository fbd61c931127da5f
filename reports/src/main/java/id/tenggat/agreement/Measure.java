package id.tenggat.agreement;

/** What is compared. */
public enum Measure {
    /** Attempts served in each engine second, as long as both recordings go on. */
    GOODPUT("goodput", Unit.PER_SECOND, 0.03, 0),
    /** Attempts sent in each step that was begun. */
    RETRY_AMPLIFICATION("retry amplification", Unit.RATIO, 0.03, 0),
    /** Attempts that timed out, of all sent. */
    TIMED_OUT("timed out", Unit.SHARE, 0, 0.01),
    /** Attempts rejected, of all sent. */
    REJECTED("rejected", Unit.SHARE, 0, 0.01),
    /** Attempts that failed, of all sent. */
    FAILED("failed", Unit.SHARE, 0, 0.01),
    /** Applicants who have completed by then, of all due, where the two curves lie farthest apart. */
    COMPLETION("completion curve", Unit.SHARE, 0, 0.02),
    /** Median latency of a step's served attempts, from due. */
    P50("p50", Unit.NANOSECONDS, 0.10, Measure.HTTP_NS),
    /** Their 95th percentile. */
    P95("p95", Unit.NANOSECONDS, 0.10, Measure.HTTP_NS),
    /** Their 99th percentile. */
    P99("p99", Unit.NANOSECONDS, 0.15, Measure.HTTP_NS);

    /** What a live call costs beside the model: HTTP, timers of a millisecond, and a connection to be opened first. */
    private static final double HTTP_NS = 3e6;

    private final String words;
    private final Unit unit;
    private final double share;
    private final double floor;

    Measure(String words, Unit unit, double share, double floor) {
        this.words = words;
        this.unit = unit;
        this.share = share;
        this.floor = floor;
    }

    /** What its values are in. */
    public enum Unit {
        PER_SECOND,
        RATIO,
        /** From 0 to 1; differences are in points. */
        SHARE,
        NANOSECONDS
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** What its values are in. */
    public Unit unit() {
        return unit;
    }

    /** How far two values may lie apart. */
    public Tolerance tolerance() {
        return new Tolerance(share, floor);
    }
}
