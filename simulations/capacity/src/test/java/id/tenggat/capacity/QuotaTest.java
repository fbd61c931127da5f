package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger's rule in the simulator: no stamp without quota that is paid for. */
class QuotaTest {

    private static final int APPLICANTS = 1000;

    @Test
    void everybodyWhoPaysGetsTheStamp() {
        Tally tally = new Tally();
        Outcome outcome = new Simulator(Schedule.of(scenario()), tally, Watch.NOBODY).run();
        assertThat(tally.count(Ending.COMPLETED)).isEqualTo(APPLICANTS);
        assertThat(outcome.audit().issued()).isEqualTo(APPLICANTS);
        assertThat(outcome.audit().lost()).isZero();
    }

    @Test
    void whoeverPaysElsewhereIsRefusedTheStamp() {
        Incident elsewhere = new Incident(
                "paid at the post office",
                new Incident.Effect.Channel(0, 0.4, new Fixed(Duration.ofSeconds(1))),
                Models.OPENS,
                Models.OPENS.plus(Duration.ofDays(2)));
        Tally tally = new Tally();
        Outcome outcome =
                new Simulator(Schedule.of(Models.with(scenario(), Slice.WHOLE, elsewhere)), tally, Watch.NOBODY).run();
        long paid = outcome.audit().paid();
        assertThat(paid).isBetween(550L, 650L);
        assertThat(outcome.audit().issued()).isEqualTo(paid);
        assertThat(tally.count(Ending.GAVE_UP)).isEqualTo(APPLICANTS - paid);
        assertThat(tally.count(Fate.FAILED)).isEqualTo(2 * (APPLICANTS - paid));
    }

    @Test
    void aPaymentThatExpiresIsTakenAndOwesNothing() {
        Outcome outcome = befallen(new Incident.Effect.ExpiresPayments(0, 0.4));
        Audit audit = outcome.audit();
        long expired = audit.findings().paidWithoutQuota();
        assertThat(expired).isBetween(500L, 620L); // 400 at first, and 160 of those again
        assertThat(audit.lost()).isEqualTo(expired);
        assertThat(audit.paid() - expired).isEqualTo(audit.issued()).isBetween(800L, 880L); // 1 - 0.4^2
    }

    @Test
    void quotaThatIsLostGivesNoStamp() {
        Outcome outcome = befallen(new Incident.Effect.LosesQuota(1, 0.3));
        Audit audit = outcome.audit();
        long lost = audit.findings().quotaLost();
        assertThat(lost).isBetween(250L, 350L);
        assertThat(audit.lost()).isEqualTo(lost);
        assertThat(audit.issued()).isEqualTo(APPLICANTS - lost);
        assertThat(audit.refundable()).isZero();
    }

    private static Outcome befallen(Incident.Effect effect) {
        Incident always = new Incident("always", effect, Models.OPENS, Models.OPENS.plus(Duration.ofDays(2)));
        Schedule schedule = Schedule.of(Models.with(scenario(), Slice.WHOLE, always));
        Outcome ahead = new Simulator(schedule, new Tally(), Watch.NOBODY).run();
        assertThat(Simulator.stepByStep(schedule, new Tally(), Watch.NOBODY)
                        .run()
                        .audit())
                .isEqualTo(ahead.audit());
        return ahead;
    }

    private static Scenario scenario() {
        Scenario plain = Models.uniform(
                APPLICANTS,
                Duration.ofDays(1),
                Models.clients(Duration.ofSeconds(30), 2, Duration.ofSeconds(1)),
                Models.station(10, 100, new Fixed(Duration.ofMillis(10))),
                Models.station(10, 100, new Fixed(Duration.ofMillis(10))));
        return Models.with(
                plain,
                new Journey(List.of(
                        new Journey.Step("pay", Action.PAY, 0, Fixed.ZERO, 0),
                        new Journey.Step("stamp", Action.STAMP, 1, Fixed.ZERO, 0))));
    }
}
