package id.tenggat.summary;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTest {

    @ParameterizedTest
    @EnumSource
    void everyFigureIsFoundByItsName(Metric metric) {
        Figure figure = new Figure(metric, metric.of() == Metric.Of.RUN ? Optional.empty() : Optional.of("a-step"));
        assertThat(Figure.named(figure.text())).hasValue(figure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p99", " p99", "stamp p98", "utilisation()", "utilisation(x", "Rejected"})
    void whatIsNoFigureIsNotFound(String text) {
        assertThat(Figure.named(text)).isEmpty();
    }

    @Test
    void aWindowIsPartOfItsName() {
        Figure last = new Figure(
                Metric.LATENCY_P99, Optional.of("stamp"), Optional.of(new Window.Last(Duration.ofMinutes(90))));
        assertThat(last.text()).isEqualTo("stamp p99 during last 90m");
        assertThat(Figure.named(last.text())).hasValue(last);
        assertThat(Figure.named("stamp p99 during 2024-09-06T13:00:00Z/4h").map(Figure::text))
                .hasValue("stamp p99 during 2024-09-06T13:00:00Z/4h");
        assertThat(Figure.named("stamps lost during last 2h")).isEmpty();
        assertThat(Figure.named("rejected during the night")).isEmpty();
    }

    @Test
    void moreAreThroughOrLessIsSlow() {
        assertThat(Metric.COMPLETED_BY_DEADLINE.better()).isEqualTo(Metric.Better.HIGHER);
        assertThat(Metric.REGENCY_MIN_COMPLETED.better()).isEqualTo(Metric.Better.HIGHER);
        assertThat(Metric.LATENCY_P99.better()).isEqualTo(Metric.Better.LOWER);
    }
}
