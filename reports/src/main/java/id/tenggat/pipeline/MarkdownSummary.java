package id.tenggat.pipeline;

import id.tenggat.report.Evidence;
import id.tenggat.report.Judged;
import id.tenggat.report.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verdicts in GitHub flavoured Markdown, for a job's summary or a comment: a heading and a table each. */
public final class MarkdownSummary {

    private MarkdownSummary() {}

    /** Ends in an empty line, so that more may follow. */
    public static String of(List<Judged> recordings) {
        return recordings.stream().map(MarkdownSummary::of).collect(Collectors.joining());
    }

    private static String of(Judged judged) {
        return Stream.of(
                        "## " + judged.verdict().status() + ": " + escaped(judged.label()),
                        "**" + escaped(judged.recording().provenance().subject().title()) + "**  \n"
                                + escaped(Sentences.origin(judged)),
                        list(judged.verdict().invalidReasons().stream()
                                .map(reason -> "not to be trusted: " + reason)
                                .toList()),
                        objectives(Evidence.of(judged)),
                        escaped(capitalized(Sentences.completion(judged))) + ".",
                        "What breaks first:",
                        list(Sentences.signs(judged)))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n\n"));
    }

    private static String objectives(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? ""
                : evidence.stream().map(MarkdownSummary::row).collect(Collectors.joining("\n", """
                        | objective | outcome | observed | 95% interval | margin | worst |
                        |---|---|--:|---|--:|---|
                        """, ""));
    }

    private static String row(Evidence evidence) {
        return Stream.of(
                        evidence.row().objective().text(),
                        evidence.outcome(),
                        evidence.observed(),
                        evidence.interval(),
                        evidence.margin(),
                        evidence.worst())
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
