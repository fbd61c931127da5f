package id.tenggat.policy;

import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Empirical;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Slice;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PatienceTest {

    private static Patience patience(Distribution timeout) {
        Clients clients = Cases.clients(Jitter.NONE, 0);
        return new Patience(Cases.scenario(Cases.ONE_DAY, clients.withTimeout(timeout), Slice.WHOLE));
    }

    @Test
    void aPlainTimeoutIsTheSameForAll() {
        Patience patience = patience(new Fixed(Duration.ofSeconds(30)));
        assertThat(patience.isDrawn()).isFalse();
        assertThat(patience.ns(0, 0, 0)).isEqualTo(30 * SECOND);
        assertThat(patience.ns(7, 1, 2003)).isEqualTo(30 * SECOND);
    }

    @Test
    void aDrawnPatienceBelongsToTheAttempt() {
        Patience patience = patience(new Exponential(Duration.ofSeconds(30)));
        assertThat(patience.isDrawn()).isTrue();
        assertThat(patience.ns(7, 1, 2)).isEqualTo(patience.ns(7, 1, 2));
        assertThat(List.of(patience.ns(8, 1, 2), patience.ns(7, 0, 2), patience.ns(7, 1, 3)))
                .doesNotContain(patience.ns(7, 1, 2))
                .doesNotHaveDuplicates();
    }

    @Test
    void drawsHaveTheMeanOfTheirDistribution() {
        Patience patience = patience(new Exponential(Duration.ofSeconds(30)));
        double sum = 0;
        for (int applicant = 0; applicant < 100_000; applicant++) {
            sum += patience.ns(applicant, 0, 0) / 1e9;
        }
        assertThat(sum / 100_000).isCloseTo(30, within(0.3));
    }

    @Test
    void whoeverClicksAgainWaitsNoLongerThanUntilThen() {
        Clients clients = Cases.clients(Jitter.NONE, 0)
                .withReclicks(new Clients.Reclicks(new Exponential(Duration.ofSeconds(30)), 0.5, 2));
        Patience patience = new Patience(Cases.scenario(Cases.ONE_DAY, clients, Slice.WHOLE));
        assertThat(patience.isDrawn()).isTrue();
        int clicks = 0;
        for (int applicant = 0; applicant < 10_000; applicant++) {
            boolean click = patience.endsInClick(applicant, 0, 0);
            assertThat(patience.ns(applicant, 0, 0) < 30 * SECOND).isEqualTo(click);
            assertThat(patience.endsInClick(applicant, 0, 2)).as("the last").isFalse();
            assertThat(patience.ns(applicant, 0, 1002)).isEqualTo(30 * SECOND);
            clicks += click ? 1 : 0;
        }
        assertThat(clicks / 1e4).isCloseTo(0.5 * (1 - Math.exp(-1)), within(0.02));
    }

    /** Not even a draw that rounds to nothing leaves before it came, and none leaves the range of engine time. */
    @Test
    void noDrawIsShorterThanANanosecondOrLongerThanAScenarioCanTell() {
        Patience hasty = patience(new Empirical(List.of(new Empirical.Bucket(Duration.ofNanos(2), 1))));
        Patience stoic = patience(new Exponential(Duration.ofDays(1000)));
        long most = 0;
        for (int applicant = 0; applicant < 1000; applicant++) {
            assertThat(hasty.ns(applicant, 0, 0)).isEqualTo(1);
            most = Math.max(most, stoic.ns(applicant, 0, 0));
        }
        assertThat(most).isEqualTo(Duration.ofDays(1000).toNanos());
    }
}
