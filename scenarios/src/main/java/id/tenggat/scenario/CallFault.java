package id.tenggat.scenario;

/** How a third party fails a call. */
public enum CallFault {
    /** It answers with a status of 5xx. */
    ERROR("errors"),
    /** It resets the connection instead of an answer. */
    RESET("resets"),
    /** It answers with what is no HTTP, or no JSON. */
    MALFORMED("malformed");

    private final String word;

    CallFault(String word) {
        this.word = word;
    }

    /** The word in scenario files, for a share of the calls. */
    public String word() {
        return word;
    }
}
