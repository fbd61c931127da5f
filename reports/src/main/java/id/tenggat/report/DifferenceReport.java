package id.tenggat.report;

import id.tenggat.difference.Difference;
import id.tenggat.difference.Difference.Direction;
import id.tenggat.difference.Differences;
import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Figure;
import id.tenggat.verdict.Trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has changed from one recording to another: a sentence, and a row a figure. */
public final class DifferenceReport {

    /** More are in the table. */
    private static final int TOLD = 3;

    private final Judged first;
    private final Judged second;
    private final Differences differences;

    private DifferenceReport(Judged first, Judged second) {
        this.first = first;
        this.second = second;
        this.differences = Differences.between(first.findings(), second.findings());
    }

    /** Of the second against the first, for a terminal; ends in a line feed. */
    public static String of(Judged first, Judged second, Colour colour) {
        DifferenceReport report = new DifferenceReport(first, second);
        StringBuilder text = new StringBuilder();
        text.append(colour.bold(report.title())).append('\n');
        report.sentences().forEach(line -> text.append("  ").append(line).append('\n'));
        return text.append('\n').append(TextTable.text(report.table(), colour)).toString();
    }

    /** The same as a section of the page. */
    static String html(Judged first, Judged second) {
        DifferenceReport report = new DifferenceReport(first, second);
        return """
                <section class="differences">
                <h2>%s</h2>
                %s%s</section>
                """.formatted(Html.text(report.title()), Html.list(report.sentences()), Html.table(report.table()));
    }

    private String title() {
        return second.label() + " against " + first.label();
    }

    private List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add(sentence("Worse: ", Direction.WORSE));
        lines.add(sentence("Better: ", Direction.BETTER));
        lines.removeIf(String::isEmpty);
        if (lines.isEmpty()) {
            lines.add("Nothing has changed of which these runs tell that it is no chance.");
        }
        lines.add(sentence("Differs, by chance or not: ", Direction.UNSURE));
        lines.removeIf(String::isEmpty);
        lines.addAll(warnings());
        long sure = differences.all().stream()
                .filter(difference -> difference.interval().isPresent())
                .count();
        lines.add(String.format(
                Locale.ROOT,
                "Of %d figures %d have an interval of 95%% confidence; about %.0f of those would seem to differ if none did.",
                differences.all().size(),
                sure,
                Math.ceil(sure * 0.05)));
        if (!differences.oneSided().isEmpty()) {
            lines.add("Only one of them tells: "
                    + differences.oneSided().stream().map(Figure::text).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Judged one : List.of(first, second)) {
            Trust.doubts(one.provenance(), one.summary())
                    .forEach(doubt -> warnings.add(one.label() + " is not to be trusted: " + doubt));
        }
        String before = first.provenance().part().slice();
        String after = second.provenance().part().slice();
        if (!before.equals(after)) {
            warnings.add("They are not of the same slice: " + before + ", and " + after + ".");
        }
        return warnings;
    }

    private String sentence(String begin, Direction direction) {
        List<Difference> found = differences.of(direction);
        if (found.isEmpty()) {
            return "";
        }
        String more = found.size() > TOLD ? ", and " + (found.size() - TOLD) + " more" : "";
        return found.stream()
                .limit(TOLD)
                .map(DifferenceReport::clause)
                .collect(Collectors.joining("; ", begin, more + "."));
    }

    private static String clause(Difference difference) {
        Unit unit = difference.figure().metric().unit();
        return difference.figure().text() + (difference.size() > 0 ? " rose from " : " fell from ")
                + Figures.of(unit, difference.first()) + " to " + Figures.of(unit, difference.second())
                + relative(difference);
    }

    private static String relative(Difference difference) {
        boolean inPoints = difference.figure().metric().unit() == Unit.SHARE || difference.first() == 0;
        return inPoints ? "" : String.format(Locale.ROOT, " (%+.1f%%)", 100 * difference.size() / difference.first());
    }

    private Table table() {
        return new Table(
                List.of(
                        Column.words("figure"),
                        Column.number("first"),
                        Column.number("second"),
                        Column.number("difference"),
                        Column.words("95% interval"),
                        Column.words("")),
                differences.all().stream()
                        .filter(difference -> difference.direction() != Direction.SAME)
                        .map(DifferenceReport::row)
                        .toList());
    }

    private static List<Cell> row(Difference difference) {
        Unit unit = difference.figure().metric().unit();
        Tone tone = tone(difference.direction());
        return List.of(
                Cell.plain(difference.figure().text()),
                Cell.plain(Figures.of(unit, difference.first())),
                Cell.plain(Figures.of(unit, difference.second())),
                Cell.of(Figures.margin(unit, difference.size()), tone),
                Cell.quiet(difference
                        .interval()
                        .map(interval -> interval(unit, interval))
                        .orElse("")),
                Cell.of(difference.direction().words(), tone));
    }

    private static String interval(Unit unit, Interval interval) {
        return Figures.margin(unit, interval.low()) + " … " + Figures.margin(unit, interval.high());
    }

    private static Tone tone(Direction direction) {
        return switch (direction) {
            case WORSE -> Tone.BAD;
            case BETTER -> Tone.GOOD;
            case WITHIN_CHANCE, UNSURE, SAME -> Tone.QUIET;
        };
    }
}
