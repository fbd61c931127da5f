package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import id.tenggat.report.Evidence;
import id.tenggat.report.Judged;
import id.tenggat.report.Replicated;
import id.tenggat.report.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verdicts in GitHub flavoured Markdown, for a job's summary or a comment: a heading and a table each. */
public final class MarkdownSummary {

    private MarkdownSummary() {}

    /** Ends in an empty line, so that more may follow. */
    public static String of(List<? extends Answer> answers) {
        return answers.stream().map(MarkdownSummary::of).collect(Collectors.joining());
    }

    private static String of(Answer answer) {
        Stream<String> head = Stream.of(
                "## " + answer.verdict().status() + ": " + escaped(answer.label()),
                "**" + escaped(answer.recording().provenance().subject().title()) + "**  \n"
                        + escaped(Sentences.origin(answer)),
                list(Sentences.reasons(answer.verdict())),
                objectives(answer));
        return Stream.concat(head, answer instanceof Judged one ? tail(one) : tail((Replicated) answer))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n\n"));
    }

    private static Stream<String> tail(Judged one) {
        return Stream.of(
                escaped(capitalized(Sentences.completion(one))) + ".",
                "What breaks first:",
                list(Sentences.signs(one)));
    }

    private static Stream<String> tail(Replicated many) {
        return Stream.of(
                Sentences.everybodyDone(many)
                        .map(done -> escaped(capitalized(done)) + ".")
                        .orElse(""),
                escaped(capitalized(many.manner())) + ".");
    }

    private static String objectives(Answer answer) {
        boolean isOne = answer instanceof Judged;
        String head = "| objective | outcome | %s | %s | margin | %s |\n|---|---|--:|---|--:|---|\n"
                .formatted(isOne ? "observed" : "mean", answer.intervalName(), isOne ? "worst" : "held in");
        return answer.evidence().isEmpty()
                ? ""
                : answer.evidence().stream().map(MarkdownSummary::row).collect(Collectors.joining("\n", head, ""));
    }

    private static String row(Evidence evidence) {
        return Stream.of(
                        evidence.row().objective().text(),
                        evidence.outcome(),
                        evidence.observed(),
                        evidence.certainty(),
                        evidence.margin(),
                        evidence.worst() + evidence.held())
                .map(MarkdownSummary::escaped)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + escaped(line)).collect(Collectors.joining("\n"));
    }

    private static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Shown as it stands: no character of it is Markdown, HTML, the end of a cell, or calls anybody. */
    private static String escaped(String text) {
        return PlainText.onOneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replaceAll("([\\\\`*_\\[\\]|~#])(?<!&#)", "\\\\$1");
    }
}
