package id.tenggat.stack;

/** A body is not taken in. */
final class RefusedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedBodyException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
