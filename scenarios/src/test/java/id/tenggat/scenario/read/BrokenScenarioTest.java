package id.tenggat.scenario.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of broken scenarios, word for word. After a wanted change of words, run with {@code -Dtenggat.update=true},
 * and read the difference aloud.
 */
class BrokenScenarioTest {

    private static final Path GOLDEN = Samples.DIRECTORY.resolve("broken-scenarios.txt");

    static List<GoldenCases.Case> cases() {
        return GoldenCases.upToDate(GOLDEN, BrokenScenarioTest::told);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_fault_is_told_in_the_words_of_the_golden_file(GoldenCases.Case one) {
        assertThat(told(one)).isEqualTo(one.told());
    }

    @Test
    void the_golden_file_holds_many_cases_and_each_once() {
        assertThat(GoldenCases.read(GOLDEN))
                .hasSizeGreaterThan(40)
                .extracting(GoldenCases.Case::title)
                .doesNotHaveDuplicates();
    }

    private static String told(GoldenCases.Case one) {
        try {
            Samples.read(Samples.MINIMAL, one.applied(Samples.text(Samples.MINIMAL)));
            return "nothing";
        } catch (ScenarioException e) {
            return e.getMessage();
        }
    }
}
