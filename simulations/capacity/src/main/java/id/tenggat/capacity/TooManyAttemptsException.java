package id.tenggat.capacity;

/** A run of which nothing is recorded sent more attempts than it may. The message is made for people. */
public final class TooManyAttemptsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyAttemptsException(Supervision supervision) {
        super(supervision.tooManyAttempts(), null, false, false);
    }
}
