package id.tenggat.capacity;

/** Looks on while the simulator works, and may stop it. */
@FunctionalInterface
public interface Watch {

    /** Lets it work. */
    Watch NOBODY = at -> true;

    /**
     * Called now and then.
     *
     * @return false to stop the run: what was recorded so far is kept
     */
    boolean goesOn(Standing at);
}
