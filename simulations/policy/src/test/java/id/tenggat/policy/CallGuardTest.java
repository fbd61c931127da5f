package id.tenggat.policy;

import id.tenggat.scenario.CallRules;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static id.tenggat.policy.CallGuard.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

class CallGuardTest {

    private static final long SECOND = Cases.SECOND;

    /** Half of the last four; open for 10 s; two probes. */
    private final CallGuard guard = new CallGuard(
            new CallRules(Optional.of(new CallRules.Breaker(0.5, 4, Duration.ofSeconds(10), 2)), Optional.empty()));

    @Test
    void aBreakerOpensOnceHalfOfItsWindowFailedAndNotBeforeTheWindowIsFull() {
        calls("--");
        assertThat(isOpen(0)).as("two of two").isFalse();
        calls("+");
        assertThat(isOpen(0)).as("two of three").isFalse();
        calls("+");
        assertThat(isOpen(0)).as("two of four").isTrue();
    }

    @Test
    void onlyTheLastCallsOfAWindowCount() {
        calls("-+++" + "-+++" + "++++" + "+-++");
        assertThat(isOpen(0)).isFalse();
        calls("-");
        assertThat(isOpen(0)).as("-++- are the last").isTrue();
    }

    @Test
    void afterItsSpanItLetsItsProbesThroughAndClosesIfAllAreWell() {
        calls("----");
        assertThat(guard.begin(10 * SECOND - 1, 0)).isEqualTo(REFUSED);
        long first = guard.begin(10 * SECOND, 0);
        long second = guard.begin(10 * SECOND, 0);
        assertThat(guard.begin(10 * SECOND, 0)).as("two probes only").isEqualTo(REFUSED);
        guard.well(11 * SECOND, first);
        assertThat(guard.begin(11 * SECOND, 0)).isEqualTo(REFUSED);
        guard.well(12 * SECOND, second);
        assertThat(isOpen(12 * SECOND)).isFalse();
    }

    @Test
    void aProbeThatFailsOpensItAgain() {
        calls("----");
        long first = guard.begin(10 * SECOND, 0);
        guard.failed(11 * SECOND, first, 0);
        assertThat(guard.begin(21 * SECOND - 1, 0)).isEqualTo(REFUSED);
        assertThat(guard.begin(21 * SECOND, 0)).isNotEqualTo(REFUSED);
    }

    @Test
    void whatBeganBeforeItOpenedTellsItNothing() {
        long early = guard.begin(0, 0);
        calls("----");
        guard.well(1, early);
        assertThat(isOpen(1)).isTrue();
        long probe = guard.begin(10 * SECOND, 0);
        guard.failed(10 * SECOND, early, 0);
        guard.well(10 * SECOND, probe);
        guard.well(10 * SECOND, guard.begin(10 * SECOND, 0));
        assertThat(isOpen(10 * SECOND)).isFalse();
    }

    @Test
    void probesThatNeverComeBackAreGivenOutAgain() {
        calls("----");
        guard.begin(10 * SECOND, 0);
        guard.begin(10 * SECOND, 0);
        assertThat(guard.begin(20 * SECOND - 1, 0)).isEqualTo(REFUSED);
        assertThat(guard.begin(20 * SECOND, 0)).isNotEqualTo(REFUSED);
    }

    @Test
    void aRetryCostsOneAndEachFirstCallPaysInItsDeposit() {
        CallGuard budget =
                new CallGuard(new CallRules(Optional.empty(), Optional.of(new CallRules.Retries(3, 0.25, 2))));
        assertThat(budget.failed(0, 0, 0)).as("2 in it").isTrue();
        assertThat(budget.failed(0, 0, 1)).as("1 in it").isTrue();
        assertThat(budget.failed(0, 0, 0)).as("none in it").isFalse();
        for (int i = 0; i < 3; i++) {
            budget.begin(0, 0);
            budget.begin(0, 1);
        }
        assertThat(budget.failed(0, 0, 0)).as("three quarters in it").isFalse();
        budget.begin(0, 0);
        assertThat(budget.failed(0, 0, 2)).as("three attempts are made").isFalse();
        assertThat(budget.failed(0, 0, 0)).isTrue();
    }

    @Test
    void withoutRulesEveryCallIsMadeOnce() {
        CallGuard plain = new CallGuard(CallRules.NONE);
        for (int i = 0; i < 100; i++) {
            long permit = plain.begin(i, 0);
            assertThat(permit).isNotEqualTo(REFUSED);
            assertThat(plain.failed(i, permit, 0)).isFalse();
        }
    }

    private boolean isOpen(long nowNs) {
        return guard.begin(nowNs, 0) == REFUSED;
    }

    /** Calls at time 0, one after the other. */
    private void calls(String results) {
        for (int i = 0; i < results.length(); i++) {
            long permit = guard.begin(0, 0);
            if (results.charAt(i) == '+') {
                guard.well(0, permit);
            } else {
                guard.failed(0, permit, 0);
            }
        }
    }
}
