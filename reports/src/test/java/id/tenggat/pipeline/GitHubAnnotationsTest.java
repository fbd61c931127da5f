package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class GitHubAnnotationsTest {

    /** As the runner reads a line: command, properties, and all the rest is data. */
    private static final Pattern COMMAND = Pattern.compile("::([a-z]+) ([^:]*)::(.*)", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    private Verdicts verdicts;

    @BeforeEach
    void write() {
        verdicts = Verdicts.of(folder.resolve("run"));
    }

    private static List<String> lines(Answer answer, String file) {
        return GitHubAnnotations.of(List.of(answer), Optional.of(file)).lines().toList();
    }

    /** What the runner understands: decoded, the command under the name {@code command}, the data under {@code message}. */
    private static Map<String, String> understood(String line) {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.matches()).as(line).isTrue();
        Map<String, String> parts =
                new TreeMap<>(Map.of("command", command.group(1), "message", decoded(command.group(3))));
        for (String property : command.group(2).split(",", -1)) {
            String[] pair = property.split("=", 2);
            parts.put(pair[0], decoded(pair[1]));
        }
        return parts;
    }

    private static String decoded(String text) {
        return text.replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%25", "%");
    }

    @Test
    void annotateTheLineOfTheObjective() {
        assertThat(lines(verdicts.failing(), "load/small.yaml"))
                .containsExactly("::error file=load/small.yaml,line=6,title=missed%3A stamp p99 < 5s::small, by hand: "
                        + "observed 6s, bound < 5s, margin -1s; 95%25 interval 5.5s … 6.5s; worst 9s 6 Sep 23:58");
    }

    @Test
    void aRunThatIsNotToBeTrustedIsAnErrorAndWhatIsUndecidedAWarning() {
        assertThat(lines(verdicts.invalid(), "small.yaml"))
                .extracting(GitHubAnnotationsTest::understood)
                .extracting(parts -> parts.get("command"), parts -> parts.get("title"), parts -> parts.get("line"))
                .containsExactly(
                        tuple("error", "INVALID: not to be trusted", null),
                        tuple("error", "missed: stamp p99 < 5s", "6"),
                        tuple("warning", "undecided: rejected < 1%", "7"));
    }

    @Test
    void whatIsUndecidedIsAnErrorOfTheRunWithItsWayOut() {
        assertThat(lines(verdicts.undecided(), "small.yaml"))
                .extracting(GitHubAnnotationsTest::understood)
                .extracting(parts -> parts.get("command"), parts -> parts.get("title"), parts -> parts.get("message"))
                .startsWith(tuple(
                        "error",
                        "INVALID: undecided",
                        "small, by hand: rejected < 1%; too few cases: measure for longer, or several times"))
                .hasSize(2);
    }

    @Test
    void manyRunsAnnotateTheSameLines() {
        assertThat(lines(verdicts.replicated(), "small.yaml"))
                .extracting(GitHubAnnotationsTest::understood)
                .extracting(parts -> parts.get("command"), parts -> parts.get("title"), parts -> parts.get("line"))
                .containsExactly(
                        tuple("warning", "undecided: stamp p99 < 5s", "6"),
                        tuple("error", "missed: stamp p99 no worse than baseline by 5%", null));
    }

    @Test
    void aPassIsANotice() {
        assertThat(lines(verdicts.passing(), "small.yaml"))
                .containsExactly("::notice file=small.yaml,title=PASS::small, by hand: "
                        + "1 of 1 objectives hold, none was missed");
    }

    @Test
    void theFileIsWhatTheRunWasToldUnlessToldOtherwise() {
        assertThat(GitHubAnnotations.of(List.of(verdicts.passing()), Optional.empty()))
                .contains("file=small.yaml");
    }

    @Test
    void hostileTextsEndNoCommandAndBeginNone() {
        List<String> lines = lines(verdicts.hostile(), Verdicts.HOSTILE);
        assertThat(lines)
                .hasSize(3)
                .allMatch(line -> line.startsWith("::error file=") || line.startsWith("::warning file="));
        String told = PlainText.of(Verdicts.HOSTILE);
        Map<String, String> missed = understood(lines.get(1));
        assertThat(missed).containsEntry("file", told.replace('\\', '/')).containsEntry("title", "missed: " + told);
        assertThat(missed.get("message")).startsWith(told + ": observed 50%").endsWith(told);
    }
}
