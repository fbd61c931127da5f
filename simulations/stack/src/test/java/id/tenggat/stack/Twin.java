package id.tenggat.stack;

import id.tenggat.arrival.Crowd;
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
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.Audit;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.stack.Attempt.Failure;
import id.tenggat.stack.EngineTime.Alarm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
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
    private final List<String> fates = new ArrayList<>();
    private long attempts;
    private long leftRoom;

    Twin(Schedule schedule, long intervalNs) {
        scenario = schedule.scenario();
        behaviour = new Behaviour(scenario);
        patience = new Patience(scenario);
        Ledger ledger = LedgerAtOnce.of(scenario);
        ledger.enterCrowd(entries(schedule.crowd())).toCompletableFuture().join();
        run = new StackRun(new StackRun.Parts(scenario, time, this::call, ledger, new Fidelity()), intervalNs);
        for (Crowd.Member member : schedule.crowd().members()) {
            Itinerary itinerary = Itinerary.of(member);
            follow(itinerary, behaviour.resume(itinerary));
        }
        for (Cursor arrivals = schedule.cursor(); arrivals.advance(); ) {
            Itinerary itinerary = Itinerary.arriving(arrivals.applicant(), arrivals.dueNs());
            time.at(arrivals.dueNs(), () -> follow(itinerary, behaviour.begin(itinerary)));
        }
    }

    private static List<Ledger.CrowdEntry> entries(Crowd crowd) {
        return crowd.members().stream()
                .map(member -> new Ledger.CrowdEntry(member.applicant(), member.doneSteps(), member.lostQuota()))
                .toList();
    }

    void play(Duration length) {
        time.goToMs(length.toMillis());
    }

    long attempts() {
        return attempts;
    }

    /** Each attempt's step, fate, and when it was due, sent and done, as it was told. */
    List<String> fates() {
        return fates;
    }

    /** How often somebody has had enough of a waiting room. */
    long leftRoom() {
        return leftRoom;
    }

    Audit audit() {
        return run.ledger().audit().toCompletableFuture().join();
    }

    /** What the stations did, in lines. */
    List<String> stations() {
        return run.stationsCsv().lines().skip(1).toList();
    }

    private void call(ThirdParties.Call call, ThirdParties.Caller caller) {
        new InProcessThirdParties(new Fidelity()).call(call, caller);
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
        private long sentNs;

        Sent(Itinerary itinerary) {
            this.itinerary = itinerary;
        }

        void send() {
            attempts++;
            sentNs = time.nowNs();
            come(null);
        }

        private void come(@Nullable String token) {
            Entrance entrance = run.entrance(entry(), token);
            if (entrance instanceof Entrance.Waits place) {
                waitIn(place);
            } else if (entrance instanceof Entrance.Full) {
                impatient(station().refuse(attempt()));
            } else if (entrance instanceof Entrance.In) {
                impatient(station().arrive(attempt()));
            } else {
                throw new IllegalStateException(entrance.toString());
            }
        }

        private Attempt attempt() {
            return new Attempt(itinerary.applicant(), itinerary.step(), itinerary.attemptKey(), job(), this);
        }

        private Attempt.Job job() {
            LedgerDesk ledger = new LedgerDesk(run, itinerary.attemptKey(), faults);
            Attempt.Job plain = new PlainJob(entry(), ledger);
            boolean stamps = scenario.journey().steps().get(itinerary.step()).action() == Action.STAMP;
            return stamps ? new QuickStamp(entry(), ledger, plain) : plain;
        }

        private Entry entry() {
            return new Entry(itinerary.applicant(), itinerary.step());
        }

        private LiveStation station() {
            return run.stationOf(scenario.journey().steps().get(itinerary.step()));
        }

        private void impatient(Ticket ticket) {
            if (!told) {
                LiveStation station = station();
                long waitsNs = patience.ns(itinerary.applicant(), itinerary.step(), itinerary.attemptKey());
                timeout = time.after(waitsNs, () -> giveUp(station, ticket));
            }
        }

        private void waitIn(Entrance.Waits place) {
            WaitingRoom settings = (WaitingRoom) scenario.stack()
                    .stations()
                    .get(scenario.journey().steps().get(itinerary.step()).station())
                    .admission();
            RoomStay stay = new RoomStay(settings, scenario.seed());
            long leavesNs = stay.leavesNs(sentNs, itinerary.applicant(), itinerary.step(), itinerary.attemptKey());
            planLook(new Stay(place.token(), stay, leavesNs));
        }

        private void planLook(Stay stay) {
            long lookNs = stay.rule().nextLookNs(sentNs, time.nowNs());
            if (lookNs <= stay.leavesNs()) {
                time.at(lookNs, () -> look(stay));
            } else {
                time.at(stay.leavesNs(), () -> leaveRoom(stay.token()));
            }
        }

        private void look(Stay stay) {
            boolean admitted = run.rooms().stream()
                    .flatMap(room -> room.look(stay.token()).stream())
                    .anyMatch(LiveRoom.View::admitted);
            if (admitted) {
                come(stay.token());
            } else {
                planLook(stay);
            }
        }

        private void leaveRoom(String token) {
            leftRoom++;
            if (run.rooms().stream().noneMatch(room -> room.leave(token))) {
                throw new IllegalStateException("who leaves was here: " + token);
            }
            tell("TIMED_OUT");
            told = true;
            follow(itinerary, behaviour.afterFailure(itinerary, time.nowNs(), 0));
        }

        /** Who stays in a room. */
        private record Stay(String token, RoomStay rule, long leavesNs) {}

        /** Tells a fate in the words of a recorder. */
        private void tell(String fate) {
            fates.add(itinerary.step() + " " + fate + " " + itinerary.dueNs() + " " + sentNs + " " + time.nowNs());
        }

        private void giveUp(LiveStation station, Ticket ticket) {
            told = true;
            station.clientLeft(ticket);
            tell("TIMED_OUT");
            follow(itinerary, behaviour.afterTimeout(itinerary, time.nowNs()));
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
                failed("FAILED", 0);
            } else if (!isTold()) {
                tell("SERVED");
                follow(itinerary, behaviour.afterServed(itinerary, time.nowNs()));
            }
        }

        @Override
        public void turnAway(Duration retryAfter) {
            failed("REJECTED", retryAfter.toNanos());
        }

        @Override
        public void fail(Failure failure) {
            failed("FAILED", 0);
        }

        private void failed(String fate, long retryAfterNs) {
            if (!isTold()) {
                tell(fate);
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
        private Receipt.@Nullable Issued issued;

        QuickStamp(Entry entry, LedgerDesk ledger, Attempt.Job plain) {
            this.entry = entry;
            this.ledger = ledger;
            this.plain = plain;
        }

        @Override
        public void work(Runnable over) {
            ledger.issue(entry, receipt -> {
                if (receipt instanceof Receipt.Issued one) {
                    issued = one;
                }
                over.run();
            });
        }

        @Override
        public void settle(long endNs, Consumer<Answer> answer) {
            if (issued == null) {
                answer.accept(new Answer.Denied(Problem.noQuota()));
                return;
            }
            ledger.stamp(
                    entry,
                    issued.serial(),
                    endNs,
                    receipt -> answer.accept(LedgerDesk.refusal(receipt)
                            .orElseGet(() -> new Answer.Noted(entry.applicant(), ledger.step(entry), receipt))));
        }

        @Override
        public long settlingNs() {
            return ledger.foreseenNs();
        }

        @Override
        public void close() {
            plain.close();
        }
    }
}
