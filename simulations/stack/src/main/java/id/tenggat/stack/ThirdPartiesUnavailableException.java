package id.tenggat.stack;

/** Nobody listens where a stack's third parties are said to be. */
public final class ThirdPartiesUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ThirdPartiesUnavailableException(String where, String why) {
        super("the third parties at " + where + " can't be reached: " + why);
    }
}
