package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ObjectiveParserTest {

    @ParameterizedTest
    @CsvSource({
        "completed by deadline >= 99%, COMPLETED_BY_DEADLINE, '', AT_LEAST, 0.99",
        "stamp-letter p99 < 5s, LATENCY_P99, stamp-letter, BELOW, 5e9",
        "stamp-letter p99.9 <= 250ms, LATENCY_P999, stamp-letter, AT_MOST, 2.5e8",
        "max p50 < 1s, LATENCY_P50, max, BELOW, 1e9",
        "retry amplification < 1.5, RETRY_AMPLIFICATION, '', BELOW, 1.5",
        "stamps lost == 0, STAMPS_LOST, '', EQUAL, 0",
        "regency min completed > 95%, REGENCY_MIN_COMPLETED, '', ABOVE, 0.95",
        "utilisation(stamping) <= 80%, UTILISATION, stamping, AT_MOST, 0.8",
        "utilisation ( stamping )<=80%, UTILISATION, stamping, AT_MOST, 0.8",
        "'  timed   out<1%  ', TIMED_OUT, '', BELOW, 0.01",
    })
    void objectives_are_read(String text, Metric metric, String subject, Comparison comparison, double bound) {
        Objective objective = ObjectiveParser.parse(text);
        assertThat(objective.text()).isEqualTo(text.strip());
        assertThat(objective.metric()).isEqualTo(metric);
        assertThat(objective.subject().orElse("")).isEqualTo(subject);
        assertThat(objective.comparison()).isEqualTo(comparison);
        assertThat(objective.bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void every_metric_can_be_an_objective(Metric metric) {
        String subject =
                switch (metric.of()) {
                    case RUN -> metric.words();
                    case STEP -> "a-step " + metric.words();
                    case STATION -> metric.words() + "(a-station)";
                };
        String bound =
                switch (metric.unit()) {
                    case DURATION -> "1s";
                    case SHARE -> "50%";
                    case RATIO -> "1.5";
                    case COUNT -> "3";
                };
        Objective objective = ObjectiveParser.parse(subject + " <= " + bound);
        assertThat(objective.metric()).isEqualTo(metric);
        assertThat(objective.subject().isPresent()).isEqualTo(metric.of() != Metric.Of.RUN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completed by deadlin >= 99% | 1 | unknown metric \"completed by deadlin\" | completed by deadline",
                "utilization(stamping) < 80% | 1 | unknown metric \"utilization(stamping)\" | utilisation(stamping)",
                "stamp-letter p98 < 5s | 1 | unknown metric \"stamp-letter p98\" | stamp-letter p95",
                "p99 < 5s | 1 | unknown metric \"p99\" | ''",
                "utilisation < 80% | 1 | unknown metric \"utilisation\" | ''",
                "< 80% | 1 | no metric | ''",
                "'' | 1 | no metric | ''",
                "completed by deadline | 22 | no comparison | ''",
                "stamps lost = 0 | 13 | unknown comparison = | ==",
                "rejected => 1% | 10 | unknown comparison => | >=",
                "rejected ≤ 1% | 10 | unknown comparison ≤ | <=",
                "rejected != 1% | 10 | unknown comparison != | ''",
                "stamp-letter p99 < 5 | 20 | found 5 without a unit | 5s",
                "stamp-letter p99 < 5% | 20 | found \"5%\", whose unit \"%\" is unknown | ''",
                "completed by deadline >= 0.99 | 26 | found 0.99 without a unit | 0.99%",
                "completed by deadline >= 101% | 26 | found \"101%\" | ''",
                "retry amplification < 150% | 23 | found \"150%\" | ''",
                "stamps lost == 0.5 | 16 | found \"0.5\" | ''",
                "stamps lost == | 15 | found \"\" | ''",
                "stamps lost == 0 == 0 | 16 | found \"0 == 0\" | ''",
            })
    void a_text_that_is_no_objective_is_told_at_its_column(String text, int column, String found, String instead) {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> ObjectiveParser.parse(text));
        assertThat(refusal.mistake().found()).isEqualTo(found);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
        assertThat(refusal.mistake().allowed()).isNotEmpty();
    }

    @Test
    void what_may_stand_there_lists_every_metric() {
        PhraseException refusal = catchThrowableOfType(PhraseException.class, () -> ObjectiveParser.parse("x < 1"));
        assertThat(refusal.mistake().allowed().split(", ")).hasSize(Metric.values().length);
    }
}
