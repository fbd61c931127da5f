package id.tenggat.policy;

import id.tenggat.arrival.Crowd;
import id.tenggat.scenario.Clients;

/**
 * Where one applicant stands: the attempt that is due next. Mutable, moved on by {@link Behaviour}; an engine may keep one
 * for each applicant, or load one from its tables.
 */
public final class Itinerary {

    private int applicant;
    private int step;
    private int visit;
    private int attempt;
    private long dueNs;

    /** The first attempt of the first step of an applicant who comes at this time. */
    public static Itinerary arriving(int applicant, long dueNs) {
        return new Itinerary().load(applicant, 0, 0, 0, dueNs);
    }

    /** The next attempt of an applicant who was inside already. */
    public static Itinerary of(Crowd.Member member) {
        return new Itinerary()
                .load(member.applicant(), member.step(), member.visit(), member.attempt(), member.dueNs());
    }

    /** Overwrites everything. Returns this. */
    public Itinerary load(int newApplicant, int newStep, int newVisit, int newAttempt, long newDueNs) {
        applicant = newApplicant;
        step = newStep;
        visit = newVisit;
        attempt = newAttempt;
        dueNs = newDueNs;
        return this;
    }

    /** The applicant's number. */
    public int applicant() {
        return applicant;
    }

    /** Index of the step that is attempted next; the number of steps if none is left. */
    public int step() {
        return step;
    }

    /** Number of the visit, from 0. */
    public int visit() {
        return visit;
    }

    /** Number of the request within this visit and step, from 0: clicks again count, and so do those that were not made. */
    public int attempt() {
        return attempt;
    }

    /** When the next attempt is due: engine nanoseconds. */
    public long dueNs() {
        return dueNs;
    }

    /** Number of the request over all visits: the attempt in the keys of draws. */
    public int attemptKey() {
        return attemptKey(visit, attempt);
    }

    /** As {@link #attemptKey()}. */
    public static int attemptKey(int visit, int attempt) {
        return visit * Clients.MAX_ATTEMPTS + attempt;
    }

    void due(long ns) {
        dueNs = ns;
    }

    void nextStep() {
        step++;
        attempt = 0;
    }

    /** The next request has this number within the visit and step. */
    void request(int number) {
        attempt = number;
    }

    void nextVisit() {
        visit++;
        attempt = 0;
    }
}
