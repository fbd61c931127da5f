package id.tenggat.summary;

import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Courses of the made-up nation. */
class CourseTest {

    @TempDir
    static Path temp;

    private static Recording nation;
    private static Summary summary;

    @BeforeAll
    static void write() {
        NationRun.write(temp.resolve("nation"), NationScenario.whole(), "simulator", 0);
        nation = Recording.read(temp.resolve("nation"));
        summary = Summary.of(nation);
    }

    private static List<Figure> overTime() {
        return Figure.of(NationScenario.whole()).stream()
                .filter(figure -> figure.metric().isOverTime())
                .toList();
    }

    @Test
    void everyIntervalOnceIsTheWholeRun() {
        int[] once = Course.once(Span.of(nation), nation);
        for (Figure figure : overTime()) {
            assertThat(Course.of(nation, figure).value(once))
                    .as(figure.text())
                    .isEqualTo(summary.value(figure.metric(), figure.subject()));
        }
    }

    @Test
    void aWeightOfTwoIsAsIfItHadHappenedTwice() {
        int[] twice = new int[nation.timeline().size()];
        Arrays.fill(twice, 2);
        for (Figure figure : overTime()) {
            assertThat(Course.of(nation, figure).value(twice))
                    .as(figure.text())
                    .isEqualTo(summary.value(figure.metric(), figure.subject()));
        }
    }

    @Test
    void aWindowIsWorseThanTheWholeWhereTheRushIs() {
        Window lastDay = new Window.Last(Duration.ofDays(1));
        Figure rush = new Figure(Metric.RETRY_AMPLIFICATION, Optional.empty(), Optional.of(lastDay));
        Span span = Span.of(nation, lastDay).orElseThrow();
        double sent = nation.timeline().subList(span.from(), span.to()).stream()
                .mapToDouble(row -> row.sent())
                .sum();
        double begun = nation.timeline().subList(span.from(), span.to()).stream()
                .mapToDouble(row -> row.begun())
                .sum();
        assertThat(rush.in(nation, summary).orElseThrow()).isCloseTo(sent / begun, within(1e-12));
        assertThat(sent / begun)
                .isGreaterThan(summary.value(Metric.RETRY_AMPLIFICATION, Optional.empty())
                        .orElseThrow());
        assertThat(rush.text()).isEqualTo("retry amplification during last 1d");
    }

    @Test
    void onlyMetricsOverTimeHaveOne() {
        for (Figure figure : Figure.of(NationScenario.whole())) {
            if (!figure.metric().isOverTime()) {
                assertThatThrownBy(() -> Course.of(nation, figure)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
