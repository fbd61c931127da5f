package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** One applicant of a replay: does what {@link Behaviour} decides, and tells the journal. */
final class LiveApplicant implements VirtualUser {

    private static final int NO_STEP = -1;

    private final Stage stage;
    private final Itinerary at;
    private final int regency;
    private final Client client;
    private Move move;
    private int begunStep = NO_STEP;
    /** The attempt under way; null if none is. */
    private @Nullable Dialogue dialogue;
    /** Of its first call; null before that is answered. */
    private Journal.@Nullable Stamps first;

    /**
     * What all applicants share.
     *
     * @param clients how the applicant of a number speaks to what is replayed against
     * @param zeroNs the instant of engine time 0 on the axis of {@link System#nanoTime}
     */
    record Stage(Behaviour behaviour, Journal journal, IntFunction<Client> clients, long zeroNs) {}

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
        client = stage.clients().apply(at.applicant());
        endIfDone(cast.dueNs(index));
    }

    @Override
    public OptionalLong nextDueNs() {
        if (dialogue != null) {
            return OptionalLong.of(stage.zeroNs() + dialogue.nextDueNs());
        }
        return move == Move.ATTEMPT ? OptionalLong.of(stage.zeroNs() + at.dueNs()) : OptionalLong.empty();
    }

    @Override
    public boolean stays() {
        return !stage.journal().isClosed();
    }

    @Override
    public Call call() {
        if (dialogue == null) {
            stage.journal().sent(at.dueNs());
            dialogue = client.attempt(at);
        }
        return dialogue.call().within(stage.behaviour().waitsNs(at));
    }

    @Override
    public void settle(Exchange exchange) {
        Dialogue attempt = Objects.requireNonNull(dialogue, "what is settled was called");
        Journal.Stamps stamps =
                new Journal.Stamps(engine(exchange.dueNs()), engine(exchange.sentNs()), engine(exchange.doneNs()));
        if (begunStep != at.step()) {
            begunStep = at.step();
            stage.journal().begun(at.step(), stamps.sentNs());
        }
        if (exchange.reply() instanceof Reply.Refused) {
            stage.journal().unreached(stamps.doneNs());
        } else {
            stage.journal().reached();
        }
        attempt.hear(exchange.reply(), stamps)
                .ifPresentOrElse(outcome -> end(outcome, stamps, exchange.reply()), () -> goOn(stamps));
    }

    private void goOn(Journal.Stamps stamps) {
        first = first == null ? stamps : first;
    }

    /** Latency counts from when the attempt was due, however many calls it took. */
    private void end(Outcome outcome, Journal.Stamps stamps, Reply last) {
        Journal.Stamps began = first == null ? stamps : first;
        outcome.receipt().ifPresent(number -> stage.journal().receipt(at.step(), at.applicant(), number));
        stage.journal()
                .attempt(
                        at.step(), outcome.fate(), new Journal.Stamps(began.dueNs(), began.sentNs(), outcome.doneNs()));
        dialogue = null;
        first = null;
        move = after(outcome, last);
        endIfDone(outcome.doneNs());
    }

    /** Whoever has had enough of a waiting room has heard from it, and does not click. */
    private Move after(Outcome outcome, Reply last) {
        if (outcome.fate() == Fate.SERVED) {
            return stage.behaviour().afterServed(at, outcome.doneNs());
        }
        return last instanceof Reply.TimedOut
                ? stage.behaviour().afterTimeout(at, outcome.doneNs())
                : stage.behaviour().afterFailure(at, outcome.doneNs(), outcome.retryAfterNs());
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
}
