package id.tenggat.policy;

import id.tenggat.policy.AbortWatch.End;
import id.tenggat.policy.AbortWatch.Seen;
import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.AbortRule.Condition;
import id.tenggat.scenario.AbortRule.Sign;
import id.tenggat.scenario.Objective.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule fires exactly when its condition has held for all of the time that it names. */
class AbortWatchTest {

    private static final long SECOND_NS = 1_000_000_000;
    private static final List<String> STEPS = List.of("sign-up", "submit");

    private static AbortRule rule(Sign sign, double bound, Duration lasting) {
        return new AbortRule("a rule", new Condition(sign, Optional.empty(), Comparison.ABOVE, bound), lasting);
    }

    /** So many attempts of the first step in a second, so many of them of this end, the others served at once. */
    private static void second(AbortWatch watch, int second, int attempts, Seen... against) {
        long atNs = second * SECOND_NS + SECOND_NS / 2;
        for (int i = 0; i < attempts; i++) {
            watch.ended(i < against.length ? against[i] : new Seen(0, End.SERVED, 0, 0), atNs);
        }
    }

    private static Seen[] times(int count, Seen seen) {
        Seen[] all = new Seen[count];
        java.util.Arrays.fill(all, seen);
        return all;
    }

    /** The second after which it fires, of those in which so many of 40 attempts fail; -1 if after none of them. */
    private static int firesAfter(AbortRule rule, String failing) {
        AbortWatch watch = new AbortWatch(List.of(rule), STEPS);
        String[] counts = failing.split(" ", -1);
        for (int s = 0; s < counts.length; s++) {
            second(watch, s, 40, times(Integer.parseInt(counts[s]), new Seen(0, End.FAILED, 0, 0)));
            if (watch.at((s + 1) * SECOND_NS - 1, 0).isPresent()) {
                throw new AssertionError("fired within second " + s);
            }
            if (watch.at((s + 1) * SECOND_NS, 0).isPresent()) {
                return s + 1;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource({
        "3s, 40 40 40, 3",
        "3s, 21 21 21, 3",
        "3s, 20 20 20 20, -1",
        "3s, 40 40 20 40 40, -1",
        "3s, 40 40 0 40 40 40, 6",
        "1s, 0 0 30, 3",
        "2500ms, 40 40 40, 3",
        "4s, 40 40 40, -1",
    })
    void aShareMustBeAboveInEachSecondOfTheWholeTime(String lasting, String failing, int second) {
        Duration duration = Duration.parse("PT" + lasting.replace("2500ms", "2.5s"));
        assertThat(firesAfter(rule(Sign.ERROR_RATE, 0.5, duration), failing)).isEqualTo(second);
    }

    @Test
    void atLeastFiresAtTheBound() {
        Condition half = new Condition(Sign.ERROR_RATE, Optional.empty(), Comparison.AT_LEAST, 0.5);
        assertThat(firesAfter(new AbortRule("half", half, Duration.ofSeconds(2)), "20 20"))
                .isEqualTo(2);
    }

    @Test
    void tooFewAttemptsTellNothing() {
        AbortWatch watch = new AbortWatch(List.of(rule(Sign.ERROR_RATE, 0.5, Duration.ofSeconds(2))), STEPS);
        for (int s = 0; s < 10; s++) {
            second(watch, s, 9, times(9, new Seen(0, End.FAILED, 0, 0)));
            assertThat(watch.at((s + 1) * SECOND_NS, 0)).as("18 in two seconds").isEmpty();
        }
    }

    /** Twenty are needed; five a second are twenty from the fourth second on, so it holds in 4 to 13. */
    @Test
    void attemptsThatComeSlowlyAreJudgedOverTheSecondsBefore() {
        AbortWatch watch = new AbortWatch(List.of(rule(Sign.ERROR_RATE, 0.5, Duration.ofSeconds(10))), STEPS);
        int s = 0;
        do {
            second(watch, s, 5, times(5, new Seen(0, End.FAILED, 0, 0)));
            s++;
        } while (watch.at(s * SECOND_NS, 0).isEmpty());
        assertThat(s).isEqualTo(13);
    }

    @Test
    void whatIsOldIsForgotten() {
        AbortWatch watch = new AbortWatch(List.of(rule(Sign.ERROR_RATE, 0.5, Duration.ofSeconds(2))), STEPS);
        second(watch, 0, 40, times(40, new Seen(0, End.FAILED, 0, 0)));
        assertThat(watch.at(SECOND_NS, 0)).isEmpty();
        assertThat(watch.at(1000 * SECOND_NS, 0))
                .as("the second after still sees the failures; the rule holds for two")
                .isPresent();
        assertThat(new AbortWatch(List.of(rule(Sign.ERROR_RATE, 0.5, Duration.ofSeconds(3))), STEPS)
                        .at(1000 * SECOND_NS, 0))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT_RATE, 0.5, TIMED_OUT, 0, 0, 60",
        "REJECTION_RATE, 0.5, REJECTED, 0, 0, 60",
        "LATENCY_P50, 1e9, SERVED, 1000000001, 0, 60",
        "LATENCY_P95, 1e9, SERVED, 1000000001, 0, 6",
        "LATENCY_P99, 1e9, SERVED, 1000000001, 0, 2",
        "SLIP_P99, 1e9, FAILED, 0, 1000000001, 2",
    })
    void everySignCountsWhatItIsAbout(Sign sign, double bound, End end, long latencyNs, long slipNs, int enough) {
        AbortRule rule = rule(sign, bound, Duration.ofSeconds(1));
        Seen seen = new Seen(0, end, latencyNs, slipNs);
        AbortWatch fires = new AbortWatch(List.of(rule), STEPS);
        second(fires, 0, 100, times(enough, seen));
        assertThat(fires.at(SECOND_NS, 0)).isPresent();
        AbortWatch silent = new AbortWatch(List.of(rule), STEPS);
        second(silent, 0, 100, times(enough - 1, seen));
        assertThat(silent.at(SECOND_NS, 0).isPresent()).isEqualTo(enough == 60);
    }

    @Test
    void theRuleOfAStepSeesThatStepAlone() {
        Condition ofSubmit = new Condition(Sign.ERROR_RATE, Optional.of("submit"), Comparison.ABOVE, 0.5);
        AbortRule rule = new AbortRule("submit error rate > 50% for 1s", ofSubmit, Duration.ofSeconds(1));
        AbortWatch watch = new AbortWatch(List.of(rule), STEPS);
        second(watch, 0, 40, times(40, new Seen(0, End.FAILED, 0, 0)));
        assertThat(watch.at(SECOND_NS, 0)).isEmpty();
        second(watch, 1, 40, times(30, new Seen(1, End.FAILED, 0, 0)));
        assertThat(watch.at(2 * SECOND_NS, 0))
                .contains(new AbortWatch.Fired(rule, "100.0% of the last 30 attempts failed", 2 * SECOND_NS));
    }

    @Test
    void theCrowdIsJudgedAsItIsAtTheEndOfASecond() {
        AbortWatch watch = new AbortWatch(List.of(rule(Sign.INSIDE, 100, Duration.ZERO)), STEPS);
        assertThat(watch.at(SECOND_NS, 100)).isEmpty();
        assertThat(watch.at(2 * SECOND_NS, 101))
                .get()
                .extracting(AbortWatch.Fired::observed)
                .isEqualTo("101 applicants were inside");
    }

    @Test
    void latenciesOfWhatWasNotServedDoNotCount() {
        AbortWatch watch = new AbortWatch(List.of(rule(Sign.LATENCY_P50, 1, Duration.ofSeconds(1))), STEPS);
        second(watch, 0, 200, times(200, new Seen(0, End.TIMED_OUT, SECOND_NS, 0)));
        assertThat(watch.at(SECOND_NS, 0)).isEmpty();
    }
}
