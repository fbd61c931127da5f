package id.tenggat.replication;

import id.tenggat.capacity.Watch;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.Run;
import id.tenggat.replication.Replications.Question;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Independent replications of the smoke scenario, all from its own seed. */
class ReplicationsTest {

    private static final Scenario SMOKE =
            ScenarioReader.read(Path.of("..", "..", "scenarios", "smoke.yaml")).scenario();
    private static final Figure SUBMIT_P50 = new Figure(Metric.LATENCY_P50, Optional.of("submit"));

    private static Question question(Slice slice) {
        return question(SMOKE, slice);
    }

    private static Question question(Scenario scenario, Slice slice) {
        Run run = new Run(
                "simulate",
                "",
                List.of(),
                IntervalLength.proposedNs(SMOKE),
                0,
                Host.here(Instant.EPOCH, "ReplicationsTest", "test"));
        return new Question(scenario, slice, run);
    }

    private static Ensemble run(Slice slice, int count, int threads) {
        return new Replications(question(slice), Watch.NOBODY, Replications.Progress.UNHEARD).run(count, threads);
    }

    @Test
    void oneThreadAndManySayTheSameInTheSameOrder() {
        Ensemble alone = run(Slice.WHOLE, 7, 1);
        assertThat(run(Slice.WHOLE, 7, 3)).isEqualTo(alone);
        assertThat(alone.runs()).extracting(Replication::number).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(alone.isComplete()).isTrue();
    }

    @Test
    void eachHasOtherDrawsAndTheFirstHasTheBaseSeed() {
        Ensemble ensemble = run(Slice.WHOLE, 5, 2);
        assertThat(ensemble.runs().get(0).seed()).isEqualTo(SMOKE.seed());
        assertThat(ensemble.runs()).extracting(Replication::seed).doesNotHaveDuplicates();
        assertThat(ensemble.observed(SUBMIT_P50)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void moreReplicationsBeginWithTheSameOnes() {
        assertThat(run(Slice.WHOLE, 5, 2).runs())
                .startsWith(run(Slice.WHOLE, 3, 2).runs().toArray(Replication[]::new));
    }

    @Test
    void aSliceLeavesOutWhatOnlyTheWholeCanTell() {
        Slice last = new Slice(Optional.of(new Slice.Window.Last(Duration.ofSeconds(5))), 1, 1);
        Ensemble ensemble = run(last, 2, 2);
        assertThat(ensemble.figures()).extracting(Figure::metric).doesNotContain(Metric.COMPLETED_BY_DEADLINE);
        assertThat(ensemble.scenario().slice()).isEqualTo(last);
        assertThat(ensemble.observed(SUBMIT_P50)).hasSize(2);
    }

    @Test
    void aVariantThatChangesNothingDiffersByExactlyNothing() {
        Sample gained = submitP50(
                        withStations(SMOKE, station -> station.resized(station.workers(), 1200, station.admission())))
                .minus(submitP50(SMOKE));
        assertThat(gained.meanInterval(0.99)).isEqualTo(new Interval(0, 0));
        assertThat(submitP50(withStations(SMOKE, station -> station.resized(1, 200, station.admission())))
                        .minus(submitP50(SMOKE))
                        .standardDeviation())
                .as("workers that matter")
                .isPositive();
    }

    private static Sample submitP50(Scenario scenario) {
        return Sample.of(new Replications(question(scenario, Slice.WHOLE), Watch.NOBODY, Replications.Progress.UNHEARD)
                .run(6, 2)
                .observed(SUBMIT_P50));
    }

    private static Scenario withStations(Scenario s, UnaryOperator<Station> change) {
        Stack changed = new Stack(
                s.stack().stations().stream().map(change).toList(), s.stack().thirdParties());
        return s.withStack(changed);
    }

    @Test
    void everyEndIsHeardOf() {
        var ended = new ConcurrentSkipListSet<Integer>();
        new Replications(question(Slice.WHOLE), Watch.NOBODY, ended::add).run(4, 2);
        assertThat(ended).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whoeverIsStoppedIsNotCounted() {
        Watch stop = at -> false;
        Ensemble ensemble = new Replications(question(Slice.WHOLE), stop, Replications.Progress.UNHEARD).run(3, 2);
        assertThat(ensemble.runs()).isEmpty();
        assertThat(ensemble.isComplete()).isFalse();
    }

    @Test
    void aBrokenReplicationBreaksAll() {
        Watch broken = at -> {
            throw new IllegalStateException("the watch broke");
        };
        assertThatThrownBy(
                        () -> new Replications(question(Slice.WHOLE), broken, Replications.Progress.UNHEARD).run(3, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the watch broke");
    }
}
