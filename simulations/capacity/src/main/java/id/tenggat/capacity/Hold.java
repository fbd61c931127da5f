package id.tenggat.capacity;

import id.tenggat.policy.ServiceDraws;

/**
 * How long a request holds a worker, and whether it fails at the end: the last one drawn. What would be longer than a long
 * has room for is as long as it can be: engine time ends before.
 */
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
            ns = plus(ns, draws.callNs(call, applicant, step, attemptKey));
            fails = draws.callFails(call, applicant, step, attemptKey);
        }
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Nanoseconds. */
    long ns() {
        return ns;
    }

    boolean fails() {
        return fails;
    }
}
