package id.tenggat.difference;

import id.tenggat.difference.Difference.Direction;
import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.recording.Recording;
import id.tenggat.scenario.Metric;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DifferencesTest {

    @TempDir
    private Path temp = Path.of("");

    private Findings nation(String engine) {
        NationRun.write(temp.resolve(engine), NationScenario.whole(), engine, 0);
        Recording recording = Recording.read(temp.resolve(engine));
        return new Findings(recording, Summary.of(recording));
    }

    @Test
    void aRecordingIsTheSameAsItself() {
        Findings one = nation("simulator");
        Differences differences = Differences.between(one, one);
        assertThat(differences.all()).isNotEmpty().allMatch(one2 -> one2.direction() == Direction.SAME);
        assertThat(differences.oneSided()).isEmpty();
        assertThat(differences.of(Direction.WORSE)).isEmpty();
    }

    @Test
    void anotherDrawIsMostlyWithinChance() {
        Differences differences = Differences.between(nation("simulator"), nation("another"));
        long told = differences.all().stream()
                .filter(one -> one.interval().isPresent())
                .count();
        long sure = differences.all().stream()
                .filter(one -> one.interval().isPresent())
                .filter(one -> one.direction() == Direction.WORSE || one.direction() == Direction.BETTER)
                .count();
        assertThat(told).isGreaterThan(20);
        assertThat(sure).as("of " + told).isLessThanOrEqualTo(Math.max(1, told / 8));
    }

    @ParameterizedTest
    @CsvSource({
        "LATENCY_P99, 1, 2, 0.5, 1.5, WORSE",
        "LATENCY_P99, 2, 1, -1.5, -0.5, BETTER",
        "LATENCY_P99, 1, 2, -0.1, 2.1, WITHIN_CHANCE",
        "LATENCY_P99, 2, 2, -1, 1, SAME",
        "COMPLETED_BY_DEADLINE, 0.9, 0.8, -0.2, -0.05, WORSE",
        "COMPLETED_BY_DEADLINE, 0.8, 0.9, 0.05, 0.2, BETTER"
    })
    void aDirectionFollowsTheMetric(
            Metric metric, double first, double second, double low, double high, Direction direction) {
        Figure figure = new Figure(metric, metric.of() == Metric.Of.STEP ? Optional.of("stamp") : Optional.empty());
        assertThat(new Difference(figure, first, second, Optional.of(new Interval(low, high))).direction())
                .isEqualTo(direction);
    }
}
