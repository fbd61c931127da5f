package id.tenggat.scenario;

/** A time or a count leaves its range, because a value of the scenario is too large. The message is made for people. */
public final class OverflowException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    public OverflowException(String message) {
        super(message);
    }
}
