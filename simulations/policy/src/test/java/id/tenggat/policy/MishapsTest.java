package id.tenggat.policy;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.IntStream;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MishapsTest {

    private static final int DRAWS = 100_000;

    private static Mishaps mishaps(Action action, Incident... incidents) {
        Scenario scenario = Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0), Slice.WHOLE, incidents);
        return new Mishaps(Cases.withAction(scenario, action));
    }

    private static double share(Mishaps mishaps, Mishap mishap, long ns) {
        return IntStream.range(0, DRAWS)
                        .filter(applicant -> mishaps.at(ns, applicant, 0, 0) == mishap)
                        .count()
                / (double) DRAWS;
    }

    @Test
    void paymentsExpireInTheShareAndTheSpanOfTheIncident() {
        Mishaps mishaps = mishaps(Action.PAY, Cases.incident(new Effect.ExpiresPayments(0, 0.3), 10, 20));
        assertThat(share(mishaps, Mishap.PAYMENT_EXPIRES, 10 * SECOND)).isCloseTo(0.3, within(0.01));
        assertThat(share(mishaps, Mishap.NONE, 10 * SECOND - 1)).isEqualTo(1);
        assertThat(share(mishaps, Mishap.NONE, 20 * SECOND)).isEqualTo(1);
    }

    @Test
    void quotaIsLostAtStampsAlone() {
        Incident incident = Cases.incident(new Effect.LosesQuota(0, 0.2), 0, 20);
        assertThat(share(mishaps(Action.STAMP, incident), Mishap.QUOTA_LOST, 0)).isCloseTo(0.2, within(0.01));
        assertThat(share(mishaps(Action.PAY, incident), Mishap.NONE, 0)).isEqualTo(1);
    }

    @Test
    void whereIncidentsMeetTheLargestShareHolds() {
        Mishaps mishaps = mishaps(
                Action.PAY,
                Cases.incident(new Effect.ExpiresPayments(0, 0.2), 0, 20),
                Cases.incident(new Effect.ExpiresPayments(0, 1), 10, 20));
        assertThat(share(mishaps, Mishap.PAYMENT_EXPIRES, 15 * SECOND)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void nothingBefallsAnybodyElsewhere(Action action) {
        Mishaps mishaps = mishaps(
                action,
                Cases.incident(new Effect.ExpiresPayments(1, 1), 0, 20),
                Cases.incident(new Effect.LosesQuota(1, 1), 0, 20));
        assertThat(share(mishaps, Mishap.NONE, 0)).isEqualTo(1);
    }

    @Test
    void anotherAttemptIsAnotherDraw() {
        Mishaps mishaps = mishaps(Action.PAY, Cases.incident(new Effect.ExpiresPayments(0, 0.5), 0, 20));
        assertThat(IntStream.range(0, 100).mapToObj(attempt -> mishaps.at(0, 1, 0, attempt)))
                .contains(Mishap.NONE, Mishap.PAYMENT_EXPIRES);
    }
}
