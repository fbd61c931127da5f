package id.tenggat.capacity;

import id.tenggat.scenario.Scenario;

import java.util.Locale;

/**
 * Who looks after a run.
 *
 * @param attemptsLimit attempts beyond which it is stopped, as an overload that doesn't end: asked about as often as the
 *     watch, so that a run may send a few more
 */
public record Supervision(Watch watch, long attemptsLimit) {

    /** What every scenario may send, however few its applicants are. */
    public static final long ATTEMPTS_FOR_ALL = 1_000_000_000;

    /** What a scenario of many may send for each applicant. */
    public static final long ATTEMPTS_EACH = 1_000;

    /** A watch, and the limit that a scenario has if nobody states one. */
    public static Supervision of(Watch watch, Scenario scenario) {
        long each = ATTEMPTS_EACH * scenario.population().applicants();
        return new Supervision(watch, Math.max(ATTEMPTS_FOR_ALL, each));
    }

    /** The same limit under another watch. */
    public Supervision watchedBy(Watch other) {
        return new Supervision(other, attemptsLimit);
    }

    /** Why a run was stopped that sent too many, and the way out. */
    public String tooManyAttempts() {
        return String.format(
                Locale.ROOT,
                "more than %,d attempts were sent, as in an overload that doesn't end: let clients give up earlier"
                        + " (clients.attempts, visits), pause longer (backoff), or raise --attempts-limit",
                attemptsLimit);
    }

    /** How a run that stands here goes on. */
    Outcome.End look(Standing at) {
        if (at.attempts() > attemptsLimit) {
            return Outcome.End.TOO_MANY_ATTEMPTS;
        }
        return watch.goesOn(at) ? Outcome.End.COMPLETE : Outcome.End.STOPPED;
    }
}
