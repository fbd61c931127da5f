package id.tenggat.stamping;

/**
 * Thrown when a document is not stamped; carries the {@link Refusal}.
 *
 * <p>An exception rather than a sealed result, because the good outcome is bare bytes that a caller should be able to hand
 * on at once, and a checked one, because no caller may forget that applicants upload anything. It has no stack trace: the
 * refusal says all, and refusals come in floods.
 */
public final class StampRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    StampRefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** The document breaks the format: {@code what} tells what was found, and where. */
    static StampRefusedException damaged(String what) {
        return new StampRefusedException(new Refusal.Damaged(what));
    }

    /** Why the document is not stamped. */
    public Refusal refusal() {
        return refusal;
    }
}
