package id.tenggat.target;

/** The target of a replay is refused, or is not what a replay can play against. The message is made for people. */
public final class TargetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String said;

    public TargetException(String message) {
        super(message, null, false, false);
        said = message;
    }

    @Override
    public String getMessage() {
        return said;
    }
}
