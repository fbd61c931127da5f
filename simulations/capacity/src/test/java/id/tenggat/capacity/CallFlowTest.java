package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.CallRules.Breaker;
import id.tenggat.scenario.CallRules.Retries;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** 5,000 applicants at a station that calls two third parties, a second each in the mean. */
class CallFlowTest {

    private static final int APPLICANTS = 5000;

    /** Longer than it ever grows. */
    private static final int LONG_QUEUE = 1_000_000;

    @Test
    void rulesThatNeverActChangeNothingAlthoughEachCallIsAnEvent() {
        CallRules idle =
                new CallRules(Optional.of(new Breaker(1, Breaker.WIDEST, Duration.ofSeconds(1), 1)), Optional.empty());
        Tally plain = run(CallRules.NONE, 0.1);
        assertThat(run(idle, 0.1).calls).isEqualTo(plain.calls);
        assertThat(plain.count(Fate.FAILED)).isPositive();
    }

    @Test
    void asFarAsTheBudgetAllowsARequestFailsOnlyIfAllAttemptsOfACallDo() {
        Tally tally = run(retrying(3, 1, 1e9), 0.3);
        double failing = 1 - Math.pow(1 - Math.pow(0.3, 3), 2);
        assertThat(tally.count(Fate.FAILED) / (double) APPLICANTS).isCloseTo(failing, within(0.01));
    }

    @Test
    void anEmptyBudgetAddsNoMoreThanItsDeposits() {
        Tally once = run(CallRules.NONE, 1);
        Tally budgeted = run(retrying(10, 0.1, 1), 1);
        assertThat(budgeted.count(Fate.FAILED)).isEqualTo(APPLICANTS);
        double own = APPLICANTS * 0.1e9;
        double amplification = (budgeted.busyNs - own) / (once.busyNs - own);
        assertThat(amplification).isCloseTo(1.1, within(0.03));
    }

    @Test
    void anOpenBreakerSparesTheWorkersTheWait() {
        CallRules breaking =
                new CallRules(Optional.of(new Breaker(0.5, 20, Duration.ofSeconds(100), 1)), Optional.empty());
        Tally tally = run(breaking, 1);
        assertThat(tally.count(Fate.FAILED)).isEqualTo(APPLICANTS);
        double calls = (tally.busyNs - APPLICANTS * 0.1e9) / 1e9;
        assertThat(calls).as("the window, then a probe each 100 s").isBetween(40.0, 110.0);
    }

    private static CallRules retrying(int attempts, double deposit, double most) {
        return new CallRules(Optional.empty(), Optional.of(new Retries(attempts, deposit, most)));
    }

    private static Tally run(CallRules rules, double errorShare) {
        Station station = Models.station(20, LONG_QUEUE, new Exponential(Duration.ofMillis(100)));
        Scenario plain = Models.uniform(APPLICANTS, Duration.ofSeconds(APPLICANTS), Models.patient(), station);
        Station calling = plain.stack()
                .stations()
                .get(0)
                .withThirdParties(List.of(0, 1))
                .withSafeguards(new Safeguards(new Dropping.Nobody(), rules));
        Exponential delay = new Exponential(Duration.ofSeconds(1));
        Stack stack = new Stack(
                List.of(calling),
                List.of(new ThirdParty("bank", delay, errorShare), new ThirdParty("tax-office", delay, errorShare)));
        Tally tally = Tally.ofEverything();
        Simulator.stepByStep(Schedule.of(Models.with(plain, stack)), tally, Watch.NOBODY)
                .run();
        return tally;
    }
}
