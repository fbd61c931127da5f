package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Better;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class ObjectiveParserTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

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
        Objective objective = ObjectiveParser.parse(text, JAKARTA);
        assertThat(objective.text()).isEqualTo(text.strip());
        assertThat(objective.metric()).isEqualTo(metric);
        assertThat(objective.subject().orElse("")).isEqualTo(subject);
        assertThat(objective.criterion()).isEqualTo(new Bound(comparison, bound));
        assertThat(objective.during()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rejected < 1% during last 2h, 0.01, last 2h",
        "stamp-letter p99 < 5s during 2024-09-06T20:00+07:00/4h, 5e9, 2024-09-06T13:00:00Z/4h",
        "stamp-letter p99 < 5s during 2024-09-06T20:00/4h, 5e9, 2024-09-06T13:00:00Z/4h",
        "'utilisation(stamping)<=80%   during   last 1.5h ', 0.8, last 90m",
        "during p99 < 5s during last 1h, 5e9, last 1h",
    })
    void a_window_is_read(String text, double bound, String window) {
        Objective objective = ObjectiveParser.parse(text, JAKARTA);
        assertThat(objective.criterion())
                .isInstanceOfSatisfying(Bound.class, b -> assertThat(b.value()).isEqualTo(bound));
        assertThat(objective.during().map(Window::words)).contains(window);
    }

    @ParameterizedTest
    @CsvSource({
        "stamp p99 no worse than baseline by 10%, LATENCY_P99, 0.1, 0, ''",
        "stamp p99  no  worse than baseline  by  50ms, LATENCY_P99, 0, 5e7, ''",
        "completed by deadline no worse than baseline by 2pt, COMPLETED_BY_DEADLINE, 0, 0.02, ''",
        "rejected no worse than baseline by 0.5 pt during last 1h, REJECTED, 0, 0.005, last 1h",
        "retry amplification no worse than baseline by 5%, RETRY_AMPLIFICATION, 0.05, 0, ''",
        "stamps lost no worse than baseline by 0, STAMPS_LOST, 0, 0, ''",
        "utilisation(stamping) no worse than baseline by 3pt during last 2h, UTILISATION, 0, 0.03, last 2h",
    })
    void a_regression_is_read(String text, Metric metric, double share, double size, String window) {
        Objective objective = ObjectiveParser.parse(text, JAKARTA);
        assertThat(objective.metric()).isEqualTo(metric);
        assertThat(objective.criterion()).isEqualTo(new NoWorse(share, size));
        assertThat(objective.during().map(Window::words).orElse("")).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0, LOWER, 200, 220",
        "0.1, 0, HIGHER, 200, 180",
        "0, 5, LOWER, 200, 205",
        "0, 0.02, HIGHER, 0.99, 0.97"
    })
    void an_allowance_is_for_the_worse(double share, double size, Better better, double before, double limit) {
        assertThat(new NoWorse(share, size).limit(better, before)).isCloseTo(limit, within(1e-12));
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
        Objective objective = ObjectiveParser.parse(subject + " <= " + bound, JAKARTA);
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
                "stamps lost == 0 during last 2h | 18 | a window for stamps lost, which only the whole run has | ''",
                "rejected < 1% during | 21 | no window | ''",
                "rejected < 1% during 2h | 22 | found \"2h\" | ''",
                "rejected < 1% during last 2 | 27 | found 2 without a unit | 2s",
                "rejected < 1% during last 0s | 27 | found 0s | ''",
                "rejected < 1% during 2024-09-06 20:00/4h | 22 | found \"2024-09-06 20:00\" | 2024-09-06T20:00",
                "rejected < 1% during 2024-09-06T20:00/4 | 39 | found 4 without a unit | 4s",
                "rejected < 1% during last 2h, last 3h | 27 | found \"2h, last 3h\", whose unit \"h, last 3h\" is unknown | ''",
                "rejectd no worse than baseline by 2pt | 1 | unknown metric \"rejectd\" | rejected",
                "no worse than baseline by 2pt | 1 | no metric | ''",
                "rejected no worse than baseline | 32 | no allowance | ''",
                "rejected no worse than baseline 2pt | 33 | found \"2pt\" | ''",
                "rejected no worse than baseline by 2% | 36 | found \"2%\" | 2pt",
                "stamp p99 no worse than baseline by 10 | 37 | found 10 without a unit | 10s",
                "stamps lost no worse than baseline by 10% | 39 | found \"10%\" | ''",
                "rejected no worse than baseline by 2pt during last 0s | 52 | found 0s | ''",
            })
    void a_text_that_is_no_objective_is_told_at_its_column(String text, int column, String found, String instead) {
        PhraseException refusal =
                catchThrowableOfType(PhraseException.class, () -> ObjectiveParser.parse(text, JAKARTA));
        assertThat(refusal.mistake().found()).isEqualTo(found);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.mistake().instead()).isEqualTo(instead);
        assertThat(refusal.mistake().allowed()).isNotEmpty();
    }

    @Test
    void what_may_stand_there_lists_every_metric() {
        PhraseException refusal =
                catchThrowableOfType(PhraseException.class, () -> ObjectiveParser.parse("x < 1", JAKARTA));
        assertThat(refusal.mistake().allowed().split(", ")).hasSize(Metric.values().length);
    }
}
