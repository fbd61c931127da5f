package id.tenggat.agreement;

/** What a comparison has found. */
public enum Likeness {
    WITHIN("within"),
    OUTSIDE("outside"),
    /** Too little happened to tell. */
    NOT_JUDGED("not judged");

    private final String words;

    Likeness(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
