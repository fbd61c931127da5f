package id.tenggat.capacity;

import id.tenggat.policy.ServiceDraws;

/** How long a request holds a worker, and whether it fails at the end: the last one drawn. */
final class Hold {

    private final ServiceDraws draws;
    private long ns;
    private boolean fails;

    Hold(ServiceDraws draws) {
        this.draws = draws;
    }

    /** Draws an attempt's own service time, so many times as long, and its third parties' until one fails. */
    void draw(double slowness, int applicant, int step, int attemptKey) {
        long ownNs = (long) (draws.serviceNs(applicant, step, attemptKey) * slowness);
        long callsNs = draws.callsNs(applicant, step, attemptKey);
        ns = ServiceDraws.heldNs(ownNs, callsNs);
        fails = callsNs < 0;
    }

    /** Nanoseconds. */
    long ns() {
        return ns;
    }

    boolean fails() {
        return fails;
    }
}
