package id.tenggat.target;

/** A token was asked for, and nothing came that says yes or no. */
final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    UnansweredException(String message) {
        super(message, null, false, false);
    }
}
