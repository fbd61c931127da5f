package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

/**
 * What an applicant does next: think, try again, leave and come back, give up, or be done. Decides for every applicant of
 * a scenario; immutable, safe for use by several threads (each with its own {@link Itinerary}).
 *
 * <pre>
 *   begin ─► attempt ─► served ─► think ─► attempt of the next step … ─► COMPLETE
 *               ▲          not served
 *               │             ├─ timed out by clicking again ──┐
 *               │          and persistent                      │
 *               │             ├─ attempts left: back off ──────┤
 *               │             ├─ visits left: come back later ─┤
 *               └─────────────┼────────────────────────────────┘
 *                             └─ none left, or not persistent: GIVE_UP
 * </pre>
 */
public final class Behaviour {

    /** What follows. */
    public enum Move {
        /** Send the itinerary's attempt when it is due. */
        ATTEMPT,
        /** Every step is done at the itinerary's due time. */
        COMPLETE,
        /** No visit is left, or no wish to go on. */
        GIVE_UP,
        /** The next attempt would be due after the deadline that is known when it is due. */
        MISS,
        /** The next attempt is due after the end of the slice's window: the applicant stays inside. */
        BEYOND
    }

    private static final String THINKING = "a think time of the journey";

    private final Clients clients;
    private final Draws draws;
    private final Pauses pauses;
    private final Patience patience;
    private final int requestsOfAttempt;
    private final Deadlines deadlines;
    private final Channels channels;
    private final Sampler[] think;
    private final Sampler returnAfter;
    private final int[] stationOfStep;

    public Behaviour(Scenario scenario) {
        clients = scenario.clients();
        draws = new Draws(scenario.seed());
        requestsOfAttempt = clients.requestsOfAttempt();
        pauses = new Pauses(clients, draws);
        patience = new Patience(scenario);
        deadlines = new Deadlines(scenario);
        channels = new Channels(scenario);
        think = scenario.journey().steps().stream()
                .map(Journey.Step::think)
                .map(Sampler::of)
                .toArray(Sampler[]::new);
        returnAfter = Sampler.of(clients.returns().after());
        stationOfStep = scenario.journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
    }

    /** An applicant came at the itinerary's due time and thinks before the first step. */
    public Move begin(Itinerary at) {
        at.due(thoughtNs(at, at.dueNs()));
        return settle(at);
    }

    /** An applicant who was inside already goes on with the itinerary's attempt. */
    public Move resume(Itinerary at) {
        return settle(at);
    }

    /** The itinerary's attempt was served at this time. */
    public Move afterServed(Itinerary at, long nowNs) {
        return afterServed(at, nowNs, thinkNs(at.applicant(), at.step() + 1));
    }

    /** As {@link #afterServed(Itinerary, long)}, with the {@link #thinkNs(int, int)} before the next step. */
    public Move afterServed(Itinerary at, long nowNs, long thinkNs) {
        at.nextStep();
        at.due(Timeline.later(nowNs, thinkNs, THINKING));
        return settle(at);
    }

    /** The client of the itinerary's attempt has waited for its answer until this time: it clicks again, or knows of a failure. */
    public Move afterTimeout(Itinerary at, long nowNs) {
        if (!patience.endsInClick(at.applicant(), at.step(), at.attemptKey())) {
            return afterFailure(at, nowNs, 0);
        }
        at.due(nowNs);
        at.request(at.attempt() + 1);
        return settle(at);
    }

    /**
     * The itinerary's attempt was not served, as its client knows since this time.
     *
     * @param retryAfterNs what a rejection told the client to wait; 0 if nothing
     */
    public Move afterFailure(Itinerary at, long nowNs, long retryAfterNs) {
        if (losesHeart(at)) {
            return Move.GIVE_UP;
        } else if (tried(at) < clients.attempts()) {
            at.due(Timeline.later(nowNs, Math.max(pauses.ns(at), honoured(at, retryAfterNs)), "clients.backoff"));
            at.request(tried(at) * requestsOfAttempt);
        } else if (at.visit() + 1 < clients.visits()) {
            at.due(Timeline.later(nowNs, returnNs(at, nowNs), "clients.returns"));
            at.nextVisit();
        } else {
            return Move.GIVE_UP;
        }
        return settle(at);
    }

    /** How long the client of the itinerary's attempt waits for its answer until it times out or clicks again: ns, 1 or more. */
    public long waitsNs(Itinerary at) {
        return patience.ns(at.applicant(), at.step(), at.attemptKey());
    }

    /** True if an attempt may still be sent at this time, by the deadline that is known then. */
    public boolean isOpenAt(long ns) {
        return ns <= deadlines.knownAt(ns);
    }

    /** True if a journey completed at this time counts. */
    public boolean isInTime(long doneNs) {
        return doneNs <= deadlines.last();
    }

    private Move settle(Itinerary at) {
        while (at.step() < stationOfStep.length && takesChannel(at)) {
            at.due(Timeline.later(at.dueNs(), channels.takesNs(stationOfStep[at.step()], at), "an incident's channel"));
            at.nextStep();
            at.due(thoughtNs(at, at.dueNs()));
        }
        if (at.step() == stationOfStep.length) {
            return Move.COMPLETE;
        }
        if (!isOpenAt(at.dueNs())) {
            return Move.MISS;
        }
        return at.dueNs() < deadlines.windowEnd() ? Move.ATTEMPT : Move.BEYOND;
    }

    private boolean takesChannel(Itinerary at) {
        return channels.takes(stationOfStep[at.step()], at.applicant(), at.dueNs());
    }

    /** When the itinerary's step has been thought about, from this time on. */
    private long thoughtNs(Itinerary at, long nowNs) {
        return Timeline.later(nowNs, thinkNs(at), THINKING);
    }

    private long thinkNs(Itinerary at) {
        return thinkNs(at.applicant(), at.step());
    }

    /** How long an applicant thinks before a step, in nanoseconds; 0 after the last. */
    public long thinkNs(int applicant, int step) {
        return step == think.length ? 0 : think[step].ns(draws.key(Purpose.THINK, applicant, step, 0));
    }

    /** How many attempts of this visit have been made, however often its client clicked. */
    private int tried(Itinerary at) {
        return at.attempt() / requestsOfAttempt + 1;
    }

    private boolean losesHeart(Itinerary at) {
        return clients.persistence() < 1
                && draws.uniform(Purpose.PERSISTENCE, at.applicant(), at.step(), at.attemptKey())
                        >= clients.persistence();
    }

    private long honoured(Itinerary at, long retryAfterNs) {
        return retryAfterNs > 0
                        && draws.uniform(Purpose.RETRY_AFTER, at.applicant(), 0, 0) < clients.retryAfterHonoured()
                ? retryAfterNs
                : 0;
    }

    private long returnNs(Itinerary at, long nowNs) {
        long drawn = returnAfter.ns(draws.key(Purpose.RETURN, at.applicant(), 0, at.visit()));
        double left = Math.max(0, (double) (deadlines.knownAt(nowNs) - nowNs));
        long within = (long) (left * clients.returns().withinShare());
        return Math.max(Math.min(drawn, within), clients.returns().atLeast().toNanos());
    }
}
