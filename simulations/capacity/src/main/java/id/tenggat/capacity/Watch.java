package id.tenggat.capacity;

/** Looks on while the simulator works, and may stop it. */
@FunctionalInterface
public interface Watch {

    /** Lets it work. */
    Watch NOBODY = (nowNs, events) -> true;

    /**
     * Called now and then.
     *
     * @param nowNs engine time
     * @param events events handled so far
     * @return false to stop the run: what was recorded so far is kept
     */
    boolean goesOn(long nowNs, long events);
}
