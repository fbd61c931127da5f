package id.tenggat.scenario;

import id.tenggat.scenario.Distribution.Fixed;

import java.time.Duration;
import java.util.Optional;

/**
 * How applicants behave: how long they wait for an answer, how they try again, when they leave and come back.
 *
 * @param timeout how long a client waits for an answer to an attempt: the same for all, or drawn for each attempt
 * @param attempts how many attempts of one step a visit may hold, the first one counted, 1 or more
 * @param backoff the pause between an attempt that failed and the next
 * @param retryAfterHonoured share of clients that wait at least as long as a rejection's Retry-After says, 0 to 1
 * @param persistence probability that a client whose attempt was not served goes on, with another attempt or another visit,
 *     rather than giving up for good, 0 to 1
 * @param visits how many visits an applicant makes before giving up for good, 1 or more
 * @param returns when an applicant who left comes back
 * @param lateAnswer what becomes of an answer that comes after its client's timeout
 * @param reclicks how impatient clients click again while an answer is pending; empty if nobody does
 */
public record Clients(
        Distribution timeout,
        int attempts,
        Backoff backoff,
        double retryAfterHonoured,
        double persistence,
        int visits,
        ReturnVisit returns,
        LateAnswer lateAnswer,
        Optional<Reclicks> reclicks) {

    /** The most attempts of a visit, clicks again among them: together with the visit they make up one draw's key. */
    public static final int MAX_ATTEMPTS = 1000;

    /** The most visits. */
    public static final int MAX_VISITS = 1000;

    /**
     * The pause before attempt n + 1, where n counts the attempts made: min(first × factor^(n−1), atMost), then jitter.
     *
     * @param factor 1 is a constant pause, 2 doubles it
     */
    public record Backoff(Duration first, double factor, Duration atMost, Jitter jitter) {
        public Backoff {
            Require.notNegative("first", first);
            Require.that(factor >= 1 && factor <= 100, "factor must lie between 1 and 100", factor);
            Require.that(
                    atMost.compareTo(first) >= 0,
                    "atMost must not be below first (" + Words.exactly(first) + ")",
                    atMost);
        }
    }

    /** How a pause b is spread, so that clients that failed together don't come back together. */
    public enum Jitter {
        /** b itself. */
        NONE("none"),
        /** Uniform on [0, b]. */
        FULL("full"),
        /** Uniform on [b/2, 3b/2]. */
        HALF("half"),
        /** Uniform on [b/2, b]. */
        EQUAL("equal"),
        /** b × a standard exponential draw: mean b, and now and then much longer. */
        EXPONENTIAL("exponential"),
        /**
         * Uniform from the first pause to three times the pause before, no longer than the longest; the factor plays no part
         * (Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
         */
        DECORRELATED("decorrelated");

        private final String word;

        Jitter(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    /**
     * The pause between two visits: the draw, but no longer than a share of the time left to the known deadline, so that
     * visits grow denser toward it, and no shorter than a floor.
     *
     * @param after the draw
     * @param withinShare the longest pause as a share of the time left, above 0 and up to 1
     * @param atLeast the shortest pause
     */
    public record ReturnVisit(Distribution after, double withinShare, Duration atLeast) {
        public ReturnVisit {
            Require.that(
                    withinShare > 0 && withinShare <= 1,
                    "within must lie above 0% and up to 100%",
                    Words.percent(withinShare));
            Require.positive("atLeast", atLeast);
        }
    }

    /**
     * Clicking again while the answer is pending: the client drops its request, as a browser does, and sends the same once
     * more. To the first request that is a timeout at the click; to the visit it is still the same attempt.
     *
     * @param after when an impatient client clicks again, from when its request was sent; at or after its timeout it does not
     * @param share of applicants who are impatient, 0 to 1
     * @param atMost clicks again in one attempt, 1 or more
     */
    public record Reclicks(Distribution after, double share, int atMost) {
        public Reclicks {
            if (after instanceof Fixed fixed) {
                Require.positive("after", fixed.value());
            }
            Require.share("share", share);
            Require.that(
                    atMost >= 1 && atMost < MAX_ATTEMPTS,
                    "atMost must lie between 1 and " + (MAX_ATTEMPTS - 1),
                    atMost);
        }

        /** The most requests of one attempt: the first, and each click again. */
        public int requestsOfAttempt() {
            return 1 + atMost;
        }
    }

    /** What becomes of an answer that comes after its client's timeout. */
    public enum LateAnswer {
        /** Nobody hears it: the connection is closed. */
        LOST("lost"),
        /** It ends the step, if the applicant is still at it: somebody who reloads a page and finds the work done. */
        HEARD("heard");

        private final String word;

        LateAnswer(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    public Clients {
        if (timeout instanceof Fixed fixed) {
            Require.positive("timeout", fixed.value());
        }
        Require.that(
                attempts >= 1 && attempts <= MAX_ATTEMPTS, "attempts must lie between 1 and " + MAX_ATTEMPTS, attempts);
        Require.share("retryAfterHonoured", retryAfterHonoured);
        Require.share("persistence", persistence);
        Require.that(visits >= 1 && visits <= MAX_VISITS, "visits must lie between 1 and " + MAX_VISITS, visits);
        long requests =
                (long) attempts * reclicks.map(Reclicks::requestsOfAttempt).orElse(1);
        Require.that(
                requests <= MAX_ATTEMPTS,
                "reclicks must leave a visit " + MAX_ATTEMPTS + " requests at most, which are attempts × (1 + atMost)",
                requests);
    }

    /** Clients who all have the same timeout, and go on for as long as they may. */
    public Clients(
            Duration timeout,
            int attempts,
            Backoff backoff,
            double retryAfterHonoured,
            int visits,
            ReturnVisit returns,
            LateAnswer lateAnswer) {
        this(
                new Fixed(timeout),
                attempts,
                backoff,
                retryAfterHonoured,
                1,
                visits,
                returns,
                lateAnswer,
                Optional.empty());
    }

    /** The same clients with another timeout. */
    public Clients withTimeout(Distribution other) {
        return new Clients(
                other, attempts, backoff, retryAfterHonoured, persistence, visits, returns, lateAnswer, reclicks);
    }

    /** The same clients with another persistence, 0 to 1. */
    public Clients withPersistence(double other) {
        return new Clients(
                timeout, attempts, backoff, retryAfterHonoured, other, visits, returns, lateAnswer, reclicks);
    }

    /** The same clients with another fate of late answers. */
    public Clients withLateAnswer(LateAnswer other) {
        return new Clients(
                timeout, attempts, backoff, retryAfterHonoured, persistence, visits, returns, other, reclicks);
    }

    /** The same clients, clicking again in this way. */
    public Clients withReclicks(Reclicks other) {
        return new Clients(
                timeout,
                attempts,
                backoff,
                retryAfterHonoured,
                persistence,
                visits,
                returns,
                lateAnswer,
                Optional.of(other));
    }

    /** How many requests an attempt may make at most, 1 or more: its own, and those of clicking again. */
    public int requestsOfAttempt() {
        return reclicks.map(Reclicks::requestsOfAttempt).orElse(1);
    }

    /** The timeout that all clients have; empty if each attempt's is drawn. */
    public Optional<Duration> commonTimeout() {
        return timeout instanceof Fixed fixed ? Optional.of(fixed.value()) : Optional.empty();
    }
}
