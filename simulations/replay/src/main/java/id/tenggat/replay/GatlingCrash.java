package id.tenggat.replay;

/** Gatling, or the code that it ran, broke down; what was measured until then is not a run. */
public final class GatlingCrash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatlingCrash(String message, Throwable cause) {
        super(message, cause);
    }
}
