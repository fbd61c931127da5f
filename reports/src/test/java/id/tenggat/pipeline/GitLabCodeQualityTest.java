package id.tenggat.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tenggat.report.Answer;
import id.tenggat.report.Judged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What GitLab's documentation asks of each issue is there, and as it asks for it. */
class GitLabCodeQualityTest {

    private static final Set<String> SEVERITIES = Set.of("info", "minor", "major", "critical", "blocker");

    @TempDir
    private Path folder = Path.of("");

    private Verdicts verdicts;

    @BeforeEach
    void write() {
        verdicts = Verdicts.of(folder.resolve("run"));
    }

    private static JsonNode issues(Answer... recordings) throws IOException {
        JsonNode issues =
                new ObjectMapper().readTree(GitLabCodeQuality.of(List.of(recordings), Optional.of("load/small.yaml")));
        assertThat(issues.isArray()).isTrue();
        assertThat(issues).allSatisfy(issue -> {
            assertThat(issue.get("description").asText()).isNotBlank();
            assertThat(issue.get("check_name").asText()).isNotBlank();
            assertThat(issue.get("fingerprint").asText()).matches("[0-9a-f]{64}");
            assertThat(issue.get("severity").asText()).isIn(SEVERITIES);
            assertThat(issue.at("/location/path").asText()).isEqualTo("load/small.yaml");
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
        });
        return issues;
    }

    @Test
    void anIssueForAllThatDoesNotHold() throws IOException {
        assertThat(issues(verdicts.invalid()))
                .extracting(
                        issue -> issue.get("severity").asText(),
                        issue -> issue.get("check_name").asText(),
                        issue -> issue.at("/location/lines/begin").asInt())
                .containsExactly(
                        tuple("critical", "the measurement is to be trusted", 1),
                        tuple("blocker", "stamp p99 < 5s", 6),
                        tuple("critical", "rejected < 1%", 7),
                        tuple("info", "stamps lost == 0", 1));
    }

    @Test
    void whatIsUndecidedIsNoDoubtOfTheMeasurement() throws IOException {
        assertThat(issues(verdicts.undecided()))
                .extracting(issue -> issue.get("check_name").asText())
                .containsExactly("rejected < 1%");
    }

    @Test
    void manyRunsHaveIssuesOfTheirOwn() throws IOException {
        JsonNode issues = issues(verdicts.replicated(), verdicts.failing());
        assertThat(issues)
                .extracting(issue -> issue.get("severity").asText(), issue -> issue.get("check_name")
                        .asText())
                .startsWith(
                        tuple("critical", "stamp p99 < 5s"),
                        tuple("blocker", "stamp p99 no worse than baseline by 5%"));
        assertThat(issues)
                .extracting(issue -> issue.get("fingerprint").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsWrongWithAPass() throws IOException {
        assertThat(issues(verdicts.passing())).isEmpty();
    }

    @Test
    void issuesAreKnownAgainInTheNextRun() throws IOException {
        String first = issues(verdicts.failing()).at("/0/fingerprint").asText();
        Judged later = new Judged(
                "another directory",
                verdicts.recording(),
                verdicts.summary(),
                verdicts.failing().verdict());
        assertThat(issues(later).at("/0/fingerprint").asText()).isEqualTo(first);
        assertThat(issues(verdicts.failing(), later))
                .extracting(issue -> issue.get("fingerprint").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void hostileTextsStayTexts() throws IOException {
        assertThat(issues(verdicts.hostile())).hasSize(4).allSatisfy(issue -> assertThat(
                        issue.get("description").asText())
                .contains(PlainText.onOneLine(Verdicts.HOSTILE)));
    }
}
