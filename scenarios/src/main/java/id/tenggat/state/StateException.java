package id.tenggat.state;

/** What is carried back is not what was carried out. */
public final class StateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateException(String message) {
        super(message);
    }
}
