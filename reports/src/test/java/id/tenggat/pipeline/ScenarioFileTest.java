package id.tenggat.pipeline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioFileTest {

    private static ScenarioFile file(String objectives) {
        return new ScenarioFile("a.yaml", "# rejected < 1%\nother: sometimes rejected < 1%?\n" + objectives);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- rejected < 1%",
                "  -   rejected < 1%  # a comment",
                "- 'rejected < 1%'",
                "- \"rejected < 1%\" # quoted",
            })
    void anItemOfAListIsFoundHoweverItIsWritten(String line) {
        assertThat(file(line).lineOf("rejected < 1%")).hasValue(3);
    }

    @Test
    void anObjectiveOnALineWithOthersIsFound() {
        assertThat(new ScenarioFile("a.yaml", "a: 1\nobjectives: [rejected < 1%, failed < 1%]\n").lineOf("failed < 1%"))
                .hasValue(2);
    }

    @Test
    void whatStandsInACommentOrNowhereHasNoLine() {
        assertThat(new ScenarioFile("a.yaml", "# rejected < 1%\n").lineOf("rejected < 1%"))
                .isEmpty();
        assertThat(file("").lineOf("two\nlines")).isEmpty();
    }
}
