package id.tenggat.verdict;

/** How a run is judged. */
public enum Status {
    /** Every objective that could be judged holds. */
    PASS(0),
    /** An objective was missed. */
    FAIL(1),
    /** The measurement itself is not to be trusted, whatever it says. */
    INVALID(3);

    private final int exitStatus;

    Status(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** Exit status of the process that gives this verdict. */
    public int exitStatus() {
        return exitStatus;
    }
}
