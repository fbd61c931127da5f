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
        ns = (long) (draws.serviceNs(applicant, step, attemptKey) * slowness);
        fails = false;
        for (int call = 0; call < draws.calls() && !fails; call++) {
            ns = Math.addExact(ns, draws.callNs(call, applicant, step, attemptKey));
            fails = draws.callFails(call, applicant, step, attemptKey);
        }
    }

    /** Nanoseconds. */
    long ns() {
        return ns;
    }

    boolean fails() {
        return fails;
    }
}
