package id.tenggat.verdict;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RegressionsTest {

    private static final Objective P99 = objective("stamp p99", Metric.LATENCY_P99, new NoWorse(0.1, 0));
    private static final Objective LOST = objective("stamps lost", Metric.STAMPS_LOST, new NoWorse(0, 0));
    private static final Objective DONE =
            objective("completed by deadline", Metric.COMPLETED_BY_DEADLINE, new NoWorse(0, 0.02));

    private static Objective objective(String text, Metric metric, NoWorse allowed) {
        Optional<String> subject = metric.of() == Metric.Of.STEP ? Optional.of("stamp") : Optional.empty();
        return new Objective(text, metric, subject, allowed, Optional.empty());
    }

    private static List<Observation> runs(long firstSeed, Objective objective, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Observation(firstSeed + i, Map.of(Figure.of(objective), values[i])))
                .toList();
    }

    private static Regressions.Judged judged(Objective objective, double[] before, double[] now) {
        Against against = new Against(runs(0, objective, before), runs(1_000, objective, now));
        return judged(objective, Optional.of(against));
    }

    private static Regressions.Judged judged(Objective objective, Optional<Against> against) {
        return Objects.requireNonNull(
                Regressions.of(List.of(objective), against, Regressions.LEVEL).get(objective));
    }

    @Test
    void whatIsFarWorseWithEnoughRunsIsMissed() {
        var judged = judged(P99, new double[] {100, 101, 102, 103, 104}, new double[] {120, 121, 122, 123, 124});
        assertThat(judged.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judged.bound().orElseThrow().value()).isEqualTo(102 * 1.1);
        assertThat(judged.note()).isEqualTo("before 102ns, shifted by +19.6%, p = 0.0040");
        assertThat(judged.margin().orElseThrow()).isCloseTo(102 * 1.1 - 122, within(1e-9));
    }

    @Test
    void whatIsSurelyWorseButWithinItsAllowanceHolds() {
        var judged = judged(P99, new double[] {100, 101, 102, 103, 104}, new double[] {107, 108, 109, 110, 111});
        assertThat(judged.outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void whatIsFarWorseInOneRunIsUndecided() {
        var judged = judged(P99, new double[] {100, 101, 102, 103, 104}, new double[] {200});
        assertThat(judged.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(judged.note()).endsWith("p = 0.17: too few runs to tell, run it more often");
    }

    @Test
    void whatVariesAsMuchAsItDiffersIsUndecided() {
        var judged = judged(P99, new double[] {60, 90, 100, 140, 150}, new double[] {70, 120, 130, 135, 190});
        assertThat(judged.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(judged.note()).contains(": it may be chance");
    }

    @Test
    void betterIsNoRegression() {
        assertThat(judged(P99, new double[] {100, 101, 102, 103, 104}, new double[] {50, 51, 52, 53, 54})
                        .outcome())
                .isEqualTo(Outcome.HOLDS);
        assertThat(judged(DONE, new double[] {.90, .91, .92, .93, .94}, new double[] {.95, .96, .97, .98, .99})
                        .outcome())
                .isEqualTo(Outcome.HOLDS);
    }

    @Test
    void fewerThroughIsWorse() {
        var judged = judged(DONE, new double[] {.95, .96, .97, .98, .99}, new double[] {.90, .91, .92, .93, .94});
        assertThat(judged.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(judged.note()).isEqualTo("before 97%, shifted by -5.0pt, p = 0.0040");
    }

    @Test
    void theSameDrawsArePairsAndAnUnchangedSystemIsEqual() {
        double[] values = {100, 150, 90, 300, 120, 80, 95};
        List<Observation> before = runs(7, P99, values);
        assertThat(judged(P99, Optional.of(new Against(before, before))))
                .satisfies(same -> assertThat(same.outcome()).isEqualTo(Outcome.HOLDS))
                .satisfies(same -> assertThat(same.note()).isEqualTo("before 100ns, shifted by +0.0%, p = 1.0"));
        double[] slower = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * 1.15 + i)
                .toArray();
        assertThat(judged(P99, Optional.of(new Against(before, runs(7, P99, slower))))
                        .outcome())
                .as("seven pairs, all slower, though runs differ threefold")
                .isEqualTo(Outcome.MISSED);
    }

    @Test
    void withoutABaselineNothingIsJudged() {
        assertThat(judged(LOST, Optional.empty()).outcome()).isEqualTo(Outcome.NOT_JUDGED);
        Against of = new Against(runs(0, P99, 1, 2), runs(9, P99, 1, 2));
        assertThat(judged(LOST, Optional.of(of)).note()).isEqualTo("the baseline has no value of it");
        Against gone = new Against(runs(0, LOST, 0, 0), List.of(new Observation(9, Map.of())));
        assertThat(judged(LOST, Optional.of(gone)).outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void anUnchangedSystemIsSeldomCalledWorse() {
        Random random = new Random(20240906);
        int alarms = 0;
        for (int pair = 0; pair < 2_000; pair++) {
            double[] before = random.doubles(10, 80, 120).toArray();
            double[] now = random.doubles(10, 80, 120).toArray();
            alarms += judged(objective("x", Metric.LATENCY_P99, new NoWorse(0, 0)), before, now)
                                    .outcome()
                            == Outcome.MISSED
                    ? 1
                    : 0;
        }
        assertThat(alarms).as("of 2,000, of which 20 may be").isLessThan(35);
    }
}
