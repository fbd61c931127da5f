package id.tenggat.replay;

import id.tenggat.policy.Itinerary;
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.Fate;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** One attempt at our own stack: one request, or a visit to a waiting room in front of it. */
final class StackAttempt implements Dialogue {

    private final Requests requests;
    private final Optional<RoomStay> stay;
    private final Itinerary at;
    /** Where it waits before it is let in; null if nowhere. */
    private @Nullable RoomVisit room;

    /** @param stay how clients stay in the waiting room before the step's station; empty where none is */
    StackAttempt(Requests requests, Optional<RoomStay> stay, Itinerary at) {
        this.requests = requests;
        this.stay = stay;
        this.at = at;
    }

    @Override
    public Call call() {
        return room == null ? requests.of(at) : room.call(requests, at);
    }

    @Override
    public long nextDueNs() {
        return room == null ? at.dueNs() : room.dueNs();
    }

    @Override
    public Optional<Outcome> hear(Reply reply, Journal.Stamps stamps) {
        return room == null ? arrived(reply, stamps) : waited(room, reply, stamps);
    }

    private Optional<Outcome> arrived(Reply reply, Journal.Stamps stamps) {
        if (stay.isPresent() && reply instanceof Answer answer && RoomVisit.begins(answer)) {
            room = new RoomVisit(answer.header(Requests.WAITING_TOKEN).orElseThrow(), stay.get(), at, stamps.sentNs());
            room.planFrom(stamps.doneNs());
            return Optional.empty();
        }
        return Optional.of(outcome(reply, stamps.doneNs()));
    }

    private static Optional<Outcome> waited(RoomVisit visit, Reply reply, Journal.Stamps stamps) {
        if (visit.isLeaving()) {
            return Optional.of(Outcome.of(Fate.TIMED_OUT, stamps.sentNs()));
        }
        if (visit.isAdmitted()) {
            return Optional.of(outcome(reply, stamps.doneNs()));
        }
        if (!visit.goesOn(reply)) {
            return Optional.of(Outcome.withoutAnswer(reply, stamps.doneNs()));
        }
        visit.planFrom(stamps.doneNs());
        return Optional.empty();
    }

    private static Outcome outcome(Reply reply, long doneNs) {
        return reply instanceof Answer answer ? outcome(answer, doneNs) : Outcome.withoutAnswer(reply, doneNs);
    }

    private static Outcome outcome(Answer answer, long doneNs) {
        Fate fate = fate(answer);
        long retryAfterNs = fate == Fate.REJECTED ? RetryAfter.ns(answer::header) : 0;
        return new Outcome(fate, retryAfterNs, doneNs, answer.header(Receipts.HEADER));
    }

    private static Fate fate(Answer answer) {
        if (answer.isSuccessful()) {
            return Fate.SERVED;
        }
        return answer.isShed() ? Fate.REJECTED : Fate.FAILED;
    }
}
