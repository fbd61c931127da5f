package id.tenggat.cli;

/** What somebody asked for can't be done. The message is made for people. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message, null, false, false);
    }
}
