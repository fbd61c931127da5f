package id.tenggat.verdict;

import id.tenggat.fixture.SmallScenario;
import id.tenggat.scenario.Scenario;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LooksTest {

    @Test
    void doubleTheRunsFromLookToLook() {
        assertThat(new Looks(10, 100).sizes()).containsExactly(10, 20, 40, 80, 100);
        assertThat(new Looks(10, 80).sizes()).containsExactly(10, 20, 40, 80);
        assertThat(new Looks(7, 7).sizes()).containsExactly(7);
    }

    @Test
    void partWhatMayGoWrong() {
        assertThat(new Looks(7, 7).confidence()).isCloseTo(0.95, within(1e-12));
        assertThat(new Looks(10, 100).confidence()).isCloseTo(0.99, within(1e-12));
    }

    @Test
    void goForwardFromTwo() {
        assertThatThrownBy(() -> new Looks(1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Looks(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A thousand searches where stamp p99 < 5 s is true by a hair, a fifth of what one run differs from another. */
    @Test
    void areSeldomWrongHoweverOftenTheyLook() {
        Random random = new Random(584);
        int wrong = 0;
        int decided = 0;
        for (int search = 0; search < 1_000; search++) {
            Outcome outcome = outcome(random, 4.9e9, 0.5e9);
            wrong += outcome == Outcome.MISSED ? 1 : 0;
            decided += outcome == Outcome.HOLDS ? 1 : 0;
        }
        assertThat(wrong).as("of 1,000, of which 50 may be").isLessThan(50);
        assertThat(decided).isBetween(400, 1_000);
    }

    /** As a search goes: until it is decided or the runs are spent. */
    private static Outcome outcome(Random random, double mean, double deviation) {
        Looks looks = new Looks(5, 160);
        List<Replication> runs = new ArrayList<>();
        Outcome outcome = Outcome.UNDECIDED;
        for (int size : looks.sizes()) {
            while (runs.size() < size) {
                OptionalDouble p99 = OptionalDouble.of(mean + deviation * random.nextGaussian());
                List<OptionalDouble> values = List.of(OptionalDouble.of(0.9), p99, OptionalDouble.of(0));
                runs.add(new Replication(runs.size(), runs.size(), values));
            }
            outcome = judged(runs, looks.confidence());
            if (outcome != Outcome.UNDECIDED) {
                return outcome;
            }
        }
        return outcome;
    }

    private static Outcome judged(List<Replication> runs, double confidence) {
        Scenario scenario = SmallScenario.whole();
        List<Figure> figures = scenario.objectives().stream().map(Figure::of).toList();
        Ensemble ensemble = new Ensemble(scenario, runs.size(), figures, runs);
        return EnsembleJudge.judge(ensemble, confidence, List.of())
                .rows()
                .get(1)
                .outcome();
    }
}
