package id.tenggat.recording;

/** How far the writing of a recording has come. */
public enum RunStatus {
    /** Not finished: the run goes on, or its process was killed. */
    RUNNING("running"),
    /** The run came to its end. */
    COMPLETE("complete"),
    /** The run was stopped before its end; what was recorded until then is kept. */
    INTERRUPTED("interrupted");

    private final String word;

    RunStatus(String word) {
        this.word = word;
    }

    /** The word in {@code provenance.json}. */
    public String word() {
        return word;
    }
}
