package id.tenggat.stack;

/** A request says something that may not stand; the message says what, where and what may. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    MalformedException(String message) {
        super(message, null, false, false);
        this.problem = Problem.malformed(message);
    }

    Problem problem() {
        return problem;
    }
}
