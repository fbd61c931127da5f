package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** One applicant of a replay: does what {@link Behaviour} decides, and tells the journal. */
final class LiveApplicant implements VirtualUser {

    private static final int NO_STEP = -1;

    private final Stage stage;
    private final Itinerary at;
    private final int regency;
    private Move move;
    private int begunStep = NO_STEP;
    /** Where its attempt waits before it is let in; null if nowhere. */
    private @Nullable RoomVisit room;
    /** When the attempt that waits, or has waited, in a room was due and first sent. */
    private Journal.@Nullable Stamps first;

    /**
     * What all applicants share.
     *
     * @param rooms how clients stay in the waiting room before each step's station; empty where none is
     * @param zeroNs the instant of engine time 0 on the axis of {@link System#nanoTime}
     */
    record Stage(
            Behaviour behaviour, Journal journal, Requests requests, List<Optional<RoomStay>> rooms, long zeroNs) {}

    LiveApplicant(Stage stage, Cast cast, int index) {
        this.stage = stage;
        regency = cast.regency(index);
        stage.journal().cameIn(regency, cast.wasInside(index), cast.dueNs(index));
        if (cast.wasInside(index)) {
            at = Itinerary.of(cast.member(index));
            move = stage.behaviour().resume(at);
        } else {
            at = Itinerary.arriving(cast.applicant(index), cast.dueNs(index));
            move = stage.behaviour().begin(at);
        }
        endIfDone(cast.dueNs(index));
    }

    @Override
    public OptionalLong nextDueNs() {
        if (room != null) {
            return OptionalLong.of(stage.zeroNs() + room.dueNs());
        }
        return move == Move.ATTEMPT ? OptionalLong.of(stage.zeroNs() + at.dueNs()) : OptionalLong.empty();
    }

    @Override
    public boolean stays() {
        return !stage.journal().isClosed();
    }

    @Override
    public Call call() {
        if (room == null) {
            stage.journal().sent();
        }
        return room != null ? room.call(stage.requests(), at) : stage.requests().of(at);
    }

    @Override
    public void settle(Exchange exchange) {
        Journal.Stamps stamps =
                new Journal.Stamps(engine(exchange.dueNs()), engine(exchange.sentNs()), engine(exchange.doneNs()));
        if (begunStep != at.step()) {
            begunStep = at.step();
            stage.journal().begun(at.step(), stamps.sentNs());
        }
        keepReceipt(exchange.reply());
        if (room == null) {
            arrived(exchange.reply(), stamps);
        } else {
            waited(room, exchange.reply(), stamps);
        }
    }

    private void arrived(Reply reply, Journal.Stamps stamps) {
        Optional<RoomStay> stay = stage.rooms().get(at.step());
        if (stay.isPresent() && reply instanceof Answer answer && RoomVisit.begins(answer)) {
            stage.journal().waits(stamps.dueNs());
            first = stamps;
            room = new RoomVisit(answer.header(Requests.WAITING_TOKEN).orElseThrow(), stay.get(), at, stamps.sentNs());
            room.planFrom(stamps.doneNs());
        } else {
            told(Verdict.of(reply), stamps);
        }
    }

    /** Latency counts from when the attempt was due, however often its client looked. */
    private void waited(RoomVisit visit, Reply reply, Journal.Stamps stamps) {
        if (visit.isLeaving()) {
            endVisit(new Verdict(Fate.TIMED_OUT, 0), stamps.sentNs());
        } else if (visit.isAdmitted() || !visit.goesOn(reply)) {
            endVisit(visit.isAdmitted() ? Verdict.of(reply) : Verdict.ofLook(reply), stamps.doneNs());
        } else {
            visit.planFrom(stamps.doneNs());
        }
    }

    private void endVisit(Verdict verdict, long doneNs) {
        Journal.Stamps came = Objects.requireNonNull(first, "who is in a room has come");
        room = null;
        first = null;
        told(verdict, new Journal.Stamps(came.dueNs(), came.sentNs(), doneNs));
        stage.journal().waitsNoLonger(came.dueNs());
    }

    private void told(Verdict verdict, Journal.Stamps stamps) {
        stage.journal().attempt(at.step(), verdict.fate(), stamps);
        move = verdict.fate() == Fate.SERVED
                ? stage.behaviour().afterServed(at, stamps.doneNs())
                : stage.behaviour().afterFailure(at, stamps.doneNs(), verdict.retryAfterNs());
        endIfDone(stamps.doneNs());
    }

    private void keepReceipt(Reply reply) {
        if (reply instanceof Answer answer) {
            answer.header(Receipts.HEADER)
                    .ifPresent(number -> stage.journal().receipt(at.step(), at.applicant(), number));
        }
    }

    private long engine(long nanoTime) {
        return nanoTime - stage.zeroNs();
    }

    private void endIfDone(long nowNs) {
        switch (move) {
            case ATTEMPT, BEYOND -> {}
            case COMPLETE -> stage.journal().ended(regency, completion(), at.dueNs());
            case GIVE_UP -> stage.journal().ended(regency, Ending.GAVE_UP, nowNs);
            case MISS -> {
                stage.journal().attempt(at.step(), Fate.ABANDONED, new Journal.Stamps(nowNs, nowNs, nowNs));
                stage.journal().ended(regency, Ending.MISSED, nowNs);
            }
        }
    }

    private Ending completion() {
        return stage.behaviour().isInTime(at.dueNs()) ? Ending.COMPLETED : Ending.COMPLETED_LATE;
    }

    /** What a reply means to the applicant. */
    private record Verdict(Fate fate, long retryAfterNs) {

        static Verdict of(Reply reply) {
            if (reply instanceof Answer answer) {
                return of(answer);
            }
            return new Verdict(reply instanceof Reply.TimedOut ? Fate.TIMED_OUT : Fate.FAILED, 0);
        }

        /** Of a reply to a look that is none: the room knows the client no more, or cannot be reached. */
        static Verdict ofLook(Reply reply) {
            return new Verdict(reply instanceof Reply.TimedOut ? Fate.TIMED_OUT : Fate.FAILED, 0);
        }

        private static Verdict of(Answer answer) {
            int status = answer.status();
            if (status >= 200 && status < 300) {
                return new Verdict(Fate.SERVED, 0);
            }
            boolean shed = status == 429 || status == 503;
            return shed ? new Verdict(Fate.REJECTED, RetryAfter.ns(answer)) : new Verdict(Fate.FAILED, 0);
        }
    }
}
