package id.tenggat.stack;

import id.tenggat.ledger.Ledger;
import id.tenggat.ledger.LedgerAtOnce;
import id.tenggat.ledger.Receipt;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.stack.Attempt.Failure;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** A portal of 10 ms and a payment of 4 ms, two workers each, and one connection for both. */
class LivePoolTest {

    private final ManualTime time = new ManualTime();
    private final List<String> told = new ArrayList<>();
    private int begun;

    private StackRun run(Incident... incidents) {
        Station portal = station("portal", 2, 100, fixed(10));
        Station payment = station("payment", 2, 100, fixed(4));
        Scenario scenario = Scenarios.closing(
                Scenarios.OPENS.plusSeconds(3600),
                new Stack(List.of(portal, payment), List.of(), List.of(new Pool("database", 1, List.of(0, 1)))),
                List.of(incidents));
        Ledger ledger = LedgerAtOnce.of(scenario);
        ThirdParties nobody = (call, caller) -> {
            throw new IllegalStateException("nobody is to be called");
        };
        return new StackRun(
                new StackRun.Parts(scenario, time, nobody, ledger, new Fidelity()),
                Duration.ofSeconds(1).toNanos());
    }

    private void arrive(StackRun run, int applicant, int station) {
        Told client = new Told(applicant);
        run.stations().get(station).arrive(new Attempt(applicant, station, 0, client, client));
    }

    @Test
    void connections_are_handed_out_in_the_order_of_beginning_and_then_of_applicants() {
        StackRun run = run();

        arrive(run, 0, 0);
        time.goToMs(1);
        arrive(run, 1, 1);
        time.goToMs(2);
        arrive(run, 3, 1);
        arrive(run, 2, 0);
        assertThat(run.pools().get(0).waiting()).isEqualTo(3);
        time.goToMs(1000);

        assertThat(told).containsExactly("10ms 0 served", "14ms 1 served", "24ms 2 served", "28ms 3 served");
        assertThat(run.stationsCsv().lines())
                .contains("0,database,4,0,4,0,0,3,43000000,28000000,0,1000000000")
                .contains("0,payment,2,0,2,0,0,0,0,39000000,0,2000000000");
    }

    @Test
    void a_station_that_goes_down_leaves_the_line_and_hands_its_connection_on() {
        StackRun run = run(incident(new Effect.Down(0), 5, 100));

        arrive(run, 0, 0);
        arrive(run, 2, 0);
        arrive(run, 3, 1);
        time.goToMs(1000);

        assertThat(told).containsExactly("5ms 0 STATION_DOWN", "5ms 2 STATION_DOWN", "9ms 3 served");
        assertThat(run.stationsCsv()).contains("0,database,3,0,2,0,0,2,10000000,9000000,0,1000000000");
    }

    @Test
    void two_of_the_same_attempt_at_the_same_instant_are_two() {
        StackRun run = run();

        arrive(run, 0, 0);
        arrive(run, 1, 1);
        arrive(run, 1, 1);
        time.goToMs(100);

        assertThat(told).containsExactly("10ms 0 served", "14ms 1 served", "18ms 1 served");
    }

    @Test
    void the_end_of_a_run_hands_nothing_on() {
        StackRun run = run();

        arrive(run, 0, 0);
        arrive(run, 1, 1);
        run.close();

        assertThat(told).containsExactly("0ms 0 RUN_ENDED", "0ms 1 RUN_ENDED");
        assertThat(begun).isEqualTo(1);
        assertThat(run.pools().get(0).busy()).isZero();
        time.goToMs(100);
        assertThat(told).hasSize(2);
    }

    /** Writes down what becomes of an attempt. */
    private final class Told implements Attempt.Client, Attempt.Job {

        private final int applicant;

        Told(int applicant) {
            this.applicant = applicant;
        }

        private void tell(String what) {
            told.add(time.nowNs() / 1_000_000 + "ms " + applicant + " " + what);
        }

        @Override
        public void work(Runnable over) {
            begun++;
            over.run();
        }

        @Override
        public void settle(long endNs, Consumer<Answer> answer) {
            answer.accept(new Answer.Noted(applicant, "step", new Receipt.Noted(false)));
        }

        @Override
        public long settlingNs() {
            return 0;
        }

        @Override
        public void close() {
            // It holds nothing.
        }

        @Override
        public void answer(Answer answer) {
            tell("served");
        }

        @Override
        public void turnAway(Duration retryAfter) {
            tell("turned away");
        }

        @Override
        public void fail(Failure failure) {
            tell(failure.name());
        }

        @Override
        public void leaveUnanswered() {
            tell("unanswered");
        }
    }
}
