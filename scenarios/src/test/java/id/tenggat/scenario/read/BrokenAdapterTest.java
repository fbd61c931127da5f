package id.tenggat.scenario.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of broken adapters, word for word; as {@link BrokenScenarioTest}. */
class BrokenAdapterTest {

    private static final Path GOLDEN = Samples.DIRECTORY.resolve("broken-adapters.txt");

    static List<GoldenCases.Case> cases() {
        return GoldenCases.upToDate(GOLDEN, BrokenAdapterTest::told);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_fault_is_told_in_the_words_of_the_golden_file(GoldenCases.Case one) {
        assertThat(told(one)).isEqualTo(one.told());
    }

    @Test
    void no_secret_is_told() {
        assertThat(GoldenCases.read(GOLDEN)).noneMatch(one -> one.told().contains("a secret "));
    }

    private static String told(GoldenCases.Case one) {
        try {
            AdapterSamples.read(one.applied(Samples.text(AdapterSamples.ALL)));
            return "nothing";
        } catch (ScenarioException e) {
            return e.getMessage();
        }
    }
}
