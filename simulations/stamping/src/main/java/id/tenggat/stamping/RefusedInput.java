package id.tenggat.stamping;

import java.io.IOException;

/** Carries a refusal out of the PDF library, whose hooks may only throw {@link IOException}. */
final class RefusedInput extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedInput(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** The refusal that a failed read means. */
    static Refusal of(Throwable failure) {
        return failure instanceof RefusedInput refused ? refused.refusal() : damaged(failure);
    }

    /** What the library says may quote the document, so it is cut and freed of control characters. */
    private static Refusal damaged(Throwable failure) {
        String printable = explanation(failure).replaceAll("[^\\x20-\\x7e]+", "?");
        return new Refusal.Damaged(printable.substring(0, Math.min(printable.length(), 200)));
    }

    private static String explanation(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return "its objects are nested too deep";
        }
        String message = failure instanceof IOException ? failure.getMessage() : null;
        return message == null ? "its objects don't fit together" : message.replaceFirst("^[\\w.]+Exception: ", "");
    }
}
