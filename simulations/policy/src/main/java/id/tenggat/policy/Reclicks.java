package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Clients;

/**
 * When impatient clients click again. What a client has clicked already stands in the number of its request, so nobody keeps
 * it: with at most c clicks in an attempt, the requests of a visit's n-th attempt (from 0) have the numbers n(1 + c) to
 * n(1 + c) + c. Immutable, safe for use by several threads.
 */
final class Reclicks {

    /** When somebody clicks again who does not. */
    static final long NEVER = Long.MAX_VALUE;

    private final Draws draws;
    private final double share;
    private final int requestsOfAttempt;
    private final Sampler after;

    Reclicks(Clients.Reclicks settings, Draws draws) {
        this.draws = draws;
        share = settings.share();
        requestsOfAttempt = settings.requestsOfAttempt();
        after = Sampler.of(settings.after());
    }

    /** How long after this request was sent its client clicks again if nothing comes before: nanoseconds, 1 or more, or never. */
    long ns(int applicant, int step, int attemptKey) {
        boolean clicksAgain = attemptKey % Clients.MAX_ATTEMPTS % requestsOfAttempt < requestsOfAttempt - 1
                && draws.uniform(Purpose.RECLICKS, applicant, 0, 0) < share;
        return clicksAgain
                ? Math.max(1, after.ns(draws.key(Purpose.RECLICK_AFTER, applicant, step, attemptKey)))
                : NEVER;
    }
}
