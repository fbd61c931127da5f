package id.tenggat.stack;

import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Ledger;
import id.tenggat.ledger.LedgerAtOnce;
import id.tenggat.ledger.Receipt;
import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.policy.Patience;
import id.tenggat.recording.Audit;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.stack.Attempt.Failure;
import id.tenggat.stack.EngineTime.Alarm;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The live stations and ledger under a clock that stands still, with applicants who behave as in the simulator. */
final class Twin {

    private final Scenario scenario;
    private final ManualTime time = new ManualTime();
    private final Faults faults = new Faults();
    private final StackRun run;
    private final Behaviour behaviour;
    private final Patience patience;
    private long attempts;

    Twin(Schedule schedule, long intervalNs) {
        scenario = schedule.scenario();
        behaviour = new Behaviour(scenario);
        patience = new Patience(scenario);
        Ledger ledger = LedgerAtOnce.of(scenario);
        run = new StackRun(new StackRun.Parts(scenario, time, this::call, ledger, new Fidelity()), intervalNs);
        for (Cursor arrivals = schedule.cursor(); arrivals.advance(); ) {
            Itinerary itinerary = Itinerary.arriving(arrivals.applicant(), arrivals.dueNs());
            time.at(arrivals.dueNs(), () -> follow(itinerary, behaviour.begin(itinerary)));
        }
    }

    void play(Duration length) {
        time.goToMs(length.toMillis());
    }

    long attempts() {
        return attempts;
    }

    Audit audit() {
        return run.ledger().audit().toCompletableFuture().join();
    }

    /** What the stations did, in lines. */
    List<String> stations() {
        return run.stationsCsv().lines().skip(1).toList();
    }

    private void call(ThirdParties.Call call, ThirdParties.Caller caller) {
        new InProcessThirdParties(time, new Fidelity()).call(call, caller);
    }

    private void follow(Itinerary itinerary, Move move) {
        if (move == Move.ATTEMPT) {
            time.at(itinerary.dueNs(), () -> new Sent(itinerary).send());
        }
    }

    /** An attempt on its way, and its applicant's patience. */
    private final class Sent implements Attempt.Client {

        private final Itinerary itinerary;
        private boolean told;
        private Alarm timeout = () -> {};

        Sent(Itinerary itinerary) {
            this.itinerary = itinerary;
        }

        void send() {
            attempts++;
            int step = itinerary.step();
            Attempt.Job job = job(new LedgerDesk(run, itinerary.attemptKey(), faults), step);
            LiveStation station = run.stationOf(scenario.journey().steps().get(step));
            Ticket ticket = station.arrive(new Attempt(itinerary.applicant(), step, itinerary.attemptKey(), job, this));
            if (!told) {
                long waitsNs = patience.ns(itinerary.applicant(), step, itinerary.attemptKey());
                timeout = time.after(waitsNs, () -> giveUp(station, ticket));
            }
        }

        private Attempt.Job job(LedgerDesk ledger, int step) {
            Entry entry = new Entry(itinerary.applicant(), step);
            Attempt.Job plain = new PlainJob(entry, ledger);
            boolean stamps = scenario.journey().steps().get(step).action() == Action.STAMP;
            return stamps ? new QuickStamp(entry, ledger, plain) : plain;
        }

        private void giveUp(LiveStation station, Ticket ticket) {
            told = true;
            station.clientLeft(ticket);
            follow(itinerary, behaviour.afterFailure(itinerary, time.nowNs(), 0));
        }

        private boolean isTold() {
            boolean before = told;
            told = true;
            timeout.cancel();
            return before;
        }

        @Override
        public void answer(Answer answer) {
            if (!(answer instanceof Answer.Noted)) {
                failed(0);
            } else if (!isTold()) {
                follow(itinerary, behaviour.afterServed(itinerary, time.nowNs()));
            }
        }

        @Override
        public void turnAway(Duration retryAfter) {
            failed(retryAfter.toNanos());
        }

        @Override
        public void fail(Failure failure) {
            failed(0);
        }

        private void failed(long retryAfterNs) {
            if (!isTold()) {
                follow(itinerary, behaviour.afterFailure(itinerary, time.nowNs(), retryAfterNs));
            }
        }

        @Override
        public void leaveUnanswered() {
            // The applicant's patience ends it.
        }
    }

    /** Issues a serial, and stamps nothing. */
    private static final class QuickStamp implements Attempt.Job {

        private final Entry entry;
        private final LedgerDesk ledger;
        private final Attempt.Job plain;
        private boolean refused;

        QuickStamp(Entry entry, LedgerDesk ledger, Attempt.Job plain) {
            this.entry = entry;
            this.ledger = ledger;
            this.plain = plain;
        }

        @Override
        public void work(Runnable over) {
            ledger.issue(entry, receipt -> {
                refused = !(receipt instanceof Receipt.Issued);
                over.run();
            });
        }

        @Override
        public void settle(Consumer<Answer> answer) {
            if (refused) {
                answer.accept(new Answer.Denied(Problem.noQuota()));
            } else {
                plain.settle(answer);
            }
        }

        @Override
        public void close() {
            plain.close();
        }
    }
}
