package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.Test;

import java.util.List;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** What a stack tells of itself, by which a replay is judged. */
class HealthTest {

    private static final int AN_HOUR_MS = 3_600_000;

    @Test
    void a_stack_is_ready_only_while_it_could_serve() throws PortUnavailableException, LedgerException {
        Scenario down = Scenarios.of(
                List.of(station("portal", 1, 10, fixed(1))),
                List.of(),
                List.of(incident(new Effect.Down(0), 0, AN_HOUR_MS)));
        try (StackServer stack = StackServer.start(down, StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);

            assertThat(caller.health().getBoolean("ready")).isFalse();
            assertThat(caller.get("/health/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_run_does_not_answer_for_what_was_refused_before_it_and_the_metrics_go_on()
            throws PortUnavailableException, LedgerException {
        StackOptions tight = new StackOptions(
                0, 1, 1_000, LedgerPlace.memory(), new PlayedBy.Ours(Players.IN_PROCESS), HttpLimits.USUAL);
        try (StackServer stack = StackServer.start(Scenarios.roomy(), tight)) {
            Caller caller = new Caller(stack);
            assertThat(caller.attempt(1, "stamp-1").statusCode()).isEqualTo(503);
            assertThat(caller.health().getInteger("bodiesRefused")).isEqualTo(1);

            caller.begin();
            assertThat(caller.health().getInteger("bodiesRefused")).isZero();
            assertThat(Scraped.from(caller).value("tenggat_refused_bodies_total"))
                    .isEqualTo(1);

            assertThat(caller.attempt(1, "stamp-1").statusCode()).isEqualTo(503);
            assertThat(caller.health().getInteger("bodiesRefused")).isEqualTo(1);
            assertThat(Scraped.from(caller).value("tenggat_refused_bodies_total"))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_run_does_not_answer_for_the_faults_before_it() {
        Faults faults = new Faults();
        faults.happened("here", new IllegalStateException("on purpose"));
        assertThat(faults.ofRun()).isEqualTo(1);
        assertThat(faults.last()).isEqualTo("here: java.lang.IllegalStateException: on purpose");

        faults.runBegins();
        assertThat(faults.ofRun()).isZero();
        assertThat(faults.last()).isEmpty();

        faults.happened("there", new IllegalStateException("again"));
        assertThat(faults.ofRun()).isEqualTo(1);
        assertThat(faults.count()).as("since the start").isEqualTo(2);
    }
}
