package id.tenggat.verdict;

/** What became of one objective. */
public enum Outcome {
    HOLDS("holds"),
    MISSED("missed"),
    /** Too little was seen to tell: the bound lies inside the interval of confidence. */
    UNDECIDED("undecided"),
    /** The recording is not of what the objective is about. */
    NOT_JUDGED("not judged");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
