package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;

import static id.tenggat.stack.Scenarios.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The faults of September 2024, switched on: an audit that can't find them is none. */
class MishapTest {

    private static final int AN_HOUR_MS = 3_600_000;

    private static StackServer start(Effect effect) throws PortUnavailableException, LedgerException {
        Scenario sound = Scenarios.roomy();
        return StackServer.start(
                Scenarios.of(sound.stack().stations(), List.of(), List.of(incident(effect, 0, AN_HOUR_MS))),
                StackOptions.onPort(0));
    }

    @Test
    void a_payment_that_expires_is_found_paid_without_quota() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(new Effect.ExpiresPayments(1, 1))) {
            Caller caller = new Caller(stack).done(5, "sign-up");

            HttpResponse<byte[]> answer = caller.attempt(5, "pay");

            assertThat(answer.statusCode()).isEqualTo(402);
            assertThat(Caller.json(answer).getString("reason")).isEqualTo("payment-expired");
            assertThat(answer.headers().firstValue("Tenggat-Receipt")).isEmpty();
            assertThat(caller.attempt(5, "stamp-1").statusCode()).isEqualTo(409);
            assertThat(caller.audit().getMap())
                    .containsEntry("paid", 2)
                    .containsEntry("refundable", 0)
                    .containsEntry("paidWithoutQuota", 2)
                    .containsEntry("lost", 2);
        }
    }

    @Test
    void quota_that_is_lost_on_a_dropped_connection_is_found() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(new Effect.LosesQuota(2, 1))) {
            Caller caller = new Caller(stack).done(5, "sign-up", "pay");

            assertThatThrownBy(() -> caller.attempt(5, "stamp-1")).isInstanceOf(UncheckedIOException.class);

            JsonObject audit = caller.audit();
            assertThat(audit.getMap())
                    .containsEntry("paid", 2)
                    .containsEntry("issued", 0)
                    .containsEntry("refundable", 1)
                    .containsEntry("quotaLost", 1)
                    .containsEntry("lost", 1);
        }
    }
}
