package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Backoff;
import id.tenggat.scenario.Clients.Jitter;

/** The pauses between an attempt that failed and the next of the same visit. */
final class Pauses {

    private final Draws draws;
    private final Jitter jitter;
    private final double firstNs;
    private final double longestNs;
    private final int requestsOfAttempt;
    /** Of each attempt of a visit the pause before it is spread. */
    private final double[] planNs;

    Pauses(Clients clients, Draws draws) {
        Backoff backoff = clients.backoff();
        this.draws = draws;
        requestsOfAttempt = clients.requestsOfAttempt();
        jitter = backoff.jitter();
        firstNs = (double) backoff.first().toNanos();
        longestNs = (double) backoff.atMost().toNanos();
        planNs = new double[clients.attempts()];
        for (int i = 0; i < planNs.length; i++) {
            planNs[i] = Math.min(firstNs * StrictMath.pow(backoff.factor(), i), longestNs);
        }
    }

    /** The pause after the itinerary's attempt. */
    long ns(Itinerary at) {
        return (long) (jitter == Jitter.DECORRELATED ? decorrelatedNs(at) : planNs[attempt(at)] * spread(at));
    }

    private int attempt(Itinerary at) {
        return at.attempt() / requestsOfAttempt;
    }

    private double spread(Itinerary at) {
        double u = uniform(at, attempt(at));
        return switch (jitter) {
            case NONE, DECORRELATED -> 1;
            case FULL -> u;
            case HALF -> 0.5 + u;
            case EQUAL -> 0.5 + u / 2;
            case EXPONENTIAL -> -StrictMath.log1p(-u);
        };
    }

    /** Each pause follows from the one before: all of the visit's are drawn again, so that nobody has to keep the last. */
    private double decorrelatedNs(Itinerary at) {
        double pauseNs = firstNs;
        for (int attempt = 0; attempt <= attempt(at); attempt++) {
            pauseNs = Math.min(longestNs, firstNs + uniform(at, attempt) * (3 * pauseNs - firstNs));
        }
        return pauseNs;
    }

    private double uniform(Itinerary at, int attempt) {
        int key = Itinerary.attemptKey(at.visit(), attempt * requestsOfAttempt);
        return draws.uniform(Purpose.BACKOFF, at.applicant(), at.step(), key);
    }
}
