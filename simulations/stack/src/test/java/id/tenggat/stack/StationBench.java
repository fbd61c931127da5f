package id.tenggat.stack;

import id.tenggat.ledger.Receipt;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Scenario;
import id.tenggat.stack.Attempt.Failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One station under a clock that stands still, with clients that write down what they are told, and when. */
final class StationBench {

    final ManualTime time = new ManualTime();
    final Fidelity fidelity = new Fidelity();
    final StationLog log;
    final LiveStation station;

    /** What happened, in order: {@code 40ms 7 served}. */
    final List<String> told = new ArrayList<>();

    /** Third parties that were called, in order. */
    final List<Integer> called = new ArrayList<>();

    /** What settling is foreseen to take, and what it takes. */
    long settlingNs;

    long settlesInNs;

    private final Map<Integer, Ticket> tickets = new HashMap<>();

    StationBench(Scenario scenario) {
        this(scenario, Long.MAX_VALUE);
    }

    StationBench(Scenario scenario, long intervalNs) {
        log = new StationLog(scenario, intervalNs);
        station =
                new LiveStation(new LiveStation.Shared(scenario, time, this::call, log, fidelity), 0, Optional.empty());
    }

    private void call(ThirdParties.Call call, ThirdParties.Caller caller) {
        called.add(call.thirdParty());
        new InProcessThirdParties(new Fidelity()).call(call, caller);
    }

    /** The first attempts of these applicants' first step come now. */
    void arrive(int... applicants) {
        for (int applicant : applicants) {
            arrive(applicant, Runnable::run);
        }
    }

    /** An attempt comes whose real work ends when it wants to. */
    void arrive(int applicant, Consumer<Runnable> work) {
        tickets.put(
                applicant,
                station.arrive(new Attempt(applicant, 0, 0, new Work(applicant, work), new Told(applicant))));
    }

    void leave(int applicant) {
        station.clientLeft(java.util.Objects.requireNonNull(tickets.get(applicant)));
    }

    /** Everything measured until now, as one sample. */
    StationSample measured() {
        log.end(time.nowNs());
        return log.rows().get(0).sample();
    }

    private void tell(int applicant, String what) {
        told.add(time.nowNs() / 1_000_000 + "ms " + applicant + " " + what);
    }

    private final class Work implements Attempt.Job {

        private final int applicant;
        private final Consumer<Runnable> work;
        private int closed;

        Work(int applicant, Consumer<Runnable> work) {
            this.applicant = applicant;
            this.work = work;
        }

        @Override
        public void work(Runnable over) {
            work.accept(over);
        }

        @Override
        public void settle(long endNs, Consumer<Answer> answer) {
            tell(applicant, "settled");
            Answer noted = new Answer.Noted(applicant, "sign-up", new Receipt.Noted(false));
            if (settlesInNs == 0) {
                answer.accept(noted);
            } else {
                var unused = time.after(settlesInNs, () -> answer.accept(noted));
            }
        }

        @Override
        public long settlingNs() {
            return settlingNs;
        }

        @Override
        public void close() {
            if (++closed > 1) {
                throw new IllegalStateException("closed twice: " + applicant);
            }
        }
    }

    private record Outcome(String words) {}

    private final class Told implements Attempt.Client {

        private final int applicant;
        private final List<Outcome> outcomes = new ArrayList<>();

        Told(int applicant) {
            this.applicant = applicant;
        }

        @Override
        public void answer(Answer answer) {
            once("served");
        }

        @Override
        public void turnAway(Duration retryAfter) {
            once("turned away for " + retryAfter.toMillis() + "ms");
        }

        @Override
        public void fail(Failure failure) {
            once(failure.name());
        }

        @Override
        public void leaveUnanswered() {
            once("unanswered");
        }

        private void once(String words) {
            outcomes.add(new Outcome(words));
            if (outcomes.size() > 1) {
                throw new IllegalStateException("told twice: " + outcomes);
            }
            tell(applicant, words);
        }
    }
}
