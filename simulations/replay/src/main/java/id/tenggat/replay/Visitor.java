package id.tenggat.replay;

import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Fate;
import io.gatling.javaapi.core.Session;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * An applicant of a simulation whose attempts are Gatling chains: what it does next, and what became of each chain. Touched by
 * its own event loop alone.
 */
final class Visitor {

    private static final String REJECTED = "tenggat-rejected";

    /** An applicant asks for the call that it makes, but here a chain makes the calls. */
    private static final Call NONE = Call.post("chain", "", Map.of(), new byte[0]);

    private final SimulationRecord record;
    private final Role role;
    private final LiveApplicant applicant;
    private @Nullable Itinerary at;
    private OptionalLong next;
    private long sentNs;

    /** What the request of the chain that was written last was answered; null before it is. */
    private @Nullable Answer heard;

    /** Since when nothing was heard: the timer of a request begins after it, when it is handed to the client. */
    private long silentSinceNs;

    private Ending ending = new Ending(Fate.FAILED, 0);

    /**
     * What a visitor must know beside its applicant.
     *
     * @param steps the journey's, in its order
     * @param regency the code of its regency
     * @param timeoutNs how long it waits for an answer
     */
    record Role(List<String> steps, String regency, long timeoutNs) {}

    /** What became of a chain. */
    private record Ending(Fate fate, long retryAfterNs) {}

    /** @param make makes the applicant who speaks through these clients */
    Visitor(Function<IntFunction<Client>, LiveApplicant> make, SimulationRecord record, Role role) {
        this.record = record;
        this.role = role;
        applicant = make.apply(number -> this::attempt);
        next = applicant.nextDueNs();
    }

    /** Says that the attempt under way was turned away. */
    static Session rejected(Session session, Duration retryAfter) {
        return session.set(REJECTED, retryAfter.toNanos());
    }

    boolean stays() {
        return next.isPresent() && applicant.stays();
    }

    /** On the axis of {@link System#nanoTime}. */
    long dueNs() {
        return next.orElseThrow();
    }

    private Dialogue attempt(Itinerary itinerary) {
        at = itinerary;
        return new Chain();
    }

    private Itinerary at() {
        return Objects.requireNonNull(at, "an attempt has begun");
    }

    /** The name of the step that is attempted. */
    String step() {
        return role.steps().get(at().step());
    }

    /** An attempt begins; tells the session whose, and which. */
    Session begin(Session session) {
        Call unused = applicant.call();
        heard = null;
        sentNs = System.nanoTime();
        silentSinceNs = sentNs;
        record.sent(sentNs - dueNs());
        return session.set("applicant", at().applicant())
                .set("regency", role.regency())
                .set("step", step())
                .set("attempt", at().attemptKey());
    }

    /** One of the chain's requests is written. */
    void writes() {
        heard = null;
    }

    /** It was answered. */
    void hears(Answer answer) {
        heard = answer;
        silentSinceNs = System.nanoTime();
    }

    /** The attempt's chain has come to its end. */
    Session settle(Session session) {
        long doneNs = System.nanoTime();
        ending = ending(session, doneNs);
        Reply reply = ending.fate() == Fate.TIMED_OUT ? new Reply.TimedOut() : new Reply.Broken();
        applicant.settle(new Exchange(dueNs(), sentNs, doneNs, reply));
        next = applicant.nextDueNs();
        return session.remove(REJECTED).markAsSucceeded();
    }

    private Ending ending(Session session, long doneNs) {
        if (session.contains(REJECTED)) {
            return new Ending(Fate.REJECTED, session.getLong(REJECTED));
        } else if (!session.isFailed()) {
            return new Ending(Fate.SERVED, 0);
        }
        return failure(heard, doneNs);
    }

    /** Gatling tells a session that it has failed, and not why: so by what was heard, and when. */
    private Ending failure(@Nullable Answer answer, long doneNs) {
        if (answer == null) {
            boolean isLate = doneNs - silentSinceNs >= role.timeoutNs();
            return new Ending(isLate ? Fate.TIMED_OUT : Fate.FAILED, 0);
        }
        return answer.isShed() ? new Ending(Fate.REJECTED, RetryAfter.ns(answer::header)) : new Ending(Fate.FAILED, 0);
    }

    /** The applicant's journey is over. */
    Session leave(Session session) {
        if (next.isEmpty()) {
            record.left();
        }
        return session;
    }

    /** Of which only the end is heard. */
    private final class Chain implements Dialogue {

        @Override
        public Call call() {
            return NONE;
        }

        @Override
        public long nextDueNs() {
            throw new IllegalStateException("a chain is one attempt");
        }

        @Override
        public Optional<Outcome> hear(Reply reply, Journal.Stamps stamps) {
            return Optional.of(new Outcome(ending.fate(), ending.retryAfterNs(), stamps.doneNs(), Optional.empty()));
        }
    }
}
