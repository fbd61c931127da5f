package id.tenggat.scenario.read;

/**
 * A short text (a quantity, a slice, an objective) that can't be read. The message is made for people: what was found,
 * the text with a caret, what may stand there.
 */
public final class PhraseException extends IllegalArgumentException {

    private final Fault.Kind kind;
    private final String phrase;
    private final int column;
    private final transient Mistake mistake;

    PhraseException(Fault.Kind kind, String phrase, int column, Mistake mistake) {
        this.kind = kind;
        this.phrase = phrase;
        this.column = column;
        this.mistake = mistake;
    }

    /** What was found, the text with a caret, and what may stand there. */
    @Override
    public String getMessage() {
        return mistake.found() + Caret.under(phrase, column) + mistake.advice();
    }

    /** The fault of a part of a longer phrase, told as a fault of the whole. */
    PhraseException within(String phrase, int offset) {
        return new PhraseException(kind, phrase, column + offset, mistake);
    }

    /** {@link Fault.Kind#STRUCTURE} or {@link Fault.Kind#MEANING}. */
    public Fault.Kind kind() {
        return kind;
    }

    /** Where in the text, from 1, in code points. */
    public int column() {
        return column;
    }

    public Mistake mistake() {
        return mistake;
    }
}
