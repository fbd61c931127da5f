package id.tenggat.report;

import id.tenggat.agreement.Agreement;
import id.tenggat.agreement.Compared;
import id.tenggat.agreement.Likeness;
import id.tenggat.agreement.Measure;
import id.tenggat.agreement.Parting;
import id.tenggat.agreement.Tolerance;
import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.scenario.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How two recordings agree, as tables and sentences for the terminal and the page. */
final class AgreementTables {

    private AgreementTables() {}

    /** One row a measure. */
    static Table measures(Twin twin) {
        return new Table(
                List.of(
                        Column.words(""),
                        Column.words("measure"),
                        Column.number("[1]"),
                        Column.number("[2]"),
                        Column.number("difference"),
                        Column.words("allowed"),
                        Column.words("")),
                twin.agreement().rows().stream()
                        .map(row -> measure(row, twin.times()))
                        .toList());
    }

    private static List<Cell> measure(Compared row, Times times) {
        Tone tone = tone(row.likeness());
        return List.of(
                Cell.of(mark(row.likeness()), tone),
                Cell.plain(name(row)),
                Cell.plain(value(row.measure(), row.first())),
                Cell.plain(value(row.measure(), row.second())),
                Cell.of(difference(row), tone),
                Cell.quiet(allowed(row.measure())),
                Cell.of(note(row, times), tone));
    }

    private static String name(Compared row) {
        return row.step().map(step -> step + " ").orElse("") + row.measure().words();
    }

    private static String note(Compared row, Times times) {
        String words = row.likeness() == Likeness.WITHIN ? "" : row.likeness().words();
        String why = row.at().map(at -> "widest at " + times.words(at)).orElse(row.note());
        return Stream.of(words, why).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
    }

    private static String mark(Likeness likeness) {
        return switch (likeness) {
            case WITHIN -> "✓";
            case OUTSIDE -> "✗";
            case NOT_JUDGED -> "·";
        };
    }

    private static Tone tone(Likeness likeness) {
        return switch (likeness) {
            case WITHIN -> Tone.GOOD;
            case OUTSIDE -> Tone.BAD;
            case NOT_JUDGED -> Tone.QUIET;
        };
    }

    private static String value(Measure measure, OptionalDouble value) {
        return value.isPresent() ? value(measure, value.getAsDouble()) : Figures.NONE;
    }

    private static String value(Measure measure, double value) {
        return switch (measure.unit()) {
            case PER_SECOND -> Figures.perSecond(value);
            case RATIO -> Words.number(value);
            case SHARE -> Figures.percent(value);
            case NANOSECONDS -> ms(value);
        };
    }

    /** Relative to the first; in points of shares, and in milliseconds where the floor is what is allowed. */
    private static String difference(Compared row) {
        if (row.difference().isEmpty()) {
            return Figures.NONE;
        }
        double difference = row.difference().getAsDouble();
        return switch (row.measure().unit()) {
            case SHARE -> Figures.signed(difference * 100, " pt");
            case NANOSECONDS ->
                isByFloor(row)
                        ? Figures.signed(difference / 1e6, " ms")
                        : relative(difference, row.first().orElse(1));
            case PER_SECOND, RATIO -> relative(difference, row.first().orElse(1));
        };
    }

    /** Of zero nothing is a share but zero itself. */
    private static String relative(double difference, double first) {
        return first == 0 && difference != 0
                ? Figures.NONE
                : Figures.signed(difference == 0 ? 0 : 100 * difference / first, "%");
    }

    private static boolean isByFloor(Compared row) {
        return row.allowed() == row.measure().tolerance().floor();
    }

    private static String allowed(Measure measure) {
        Tolerance tolerance = measure.tolerance();
        return switch (measure.unit()) {
            case SHARE -> Figures.significant(tolerance.floor() * 100) + " pt";
            case NANOSECONDS -> share(tolerance) + " or " + Figures.significant(tolerance.floor() / 1e6) + " ms";
            case PER_SECOND, RATIO -> share(tolerance);
        };
    }

    private static String share(Tolerance tolerance) {
        return Figures.significant(tolerance.share() * 100) + "%";
    }

    /** Where the two part first, in one sentence. */
    static String parting(Parting parting, Times times) {
        String by = "They part first at " + parting.step() + ", by " + times.words(parting.at()) + ": ";
        return parting.sign().isLatency()
                ? by + parting.sign().words() + " " + ms(parting.first()) + " then, against " + ms(parting.second())
                : by + Figures.count(Math.round(parting.first())) + " "
                        + parting.sign().words() + " until then, against "
                        + Figures.count(Math.round(parting.second()));
    }

    private static String ms(double ns) {
        return Figures.latencyUs(Math.round(ns / 1e3));
    }

    /** One row a case, each with its worst figures. */
    static Table cases(List<Twin> cases) {
        return new Table(
                List.of(
                        Column.words(""),
                        Column.words("case"),
                        Column.number("goodput"),
                        Column.number("amplification"),
                        Column.number("timed out"),
                        Column.number("completion"),
                        Column.number("worst p50"),
                        Column.number("worst p95"),
                        Column.number("worst p99")),
                cases.stream().map(AgreementTables::oneCase).toList());
    }

    private static List<Cell> oneCase(Twin twin) {
        Agreement agreement = twin.agreement();
        return Stream.concat(
                        Stream.of(status(agreement), Cell.plain(twin.name())),
                        Stream.of(
                                        Measure.GOODPUT,
                                        Measure.RETRY_AMPLIFICATION,
                                        Measure.TIMED_OUT,
                                        Measure.COMPLETION,
                                        Measure.P50,
                                        Measure.P95,
                                        Measure.P99)
                                .map(measure -> worst(agreement, measure)))
                .toList();
    }

    private static Cell status(Agreement agreement) {
        return switch (agreement.status()) {
            case PASS -> Cell.of("✓", Tone.GOOD);
            case FAIL -> Cell.of("✗", Tone.BAD);
            case INVALID -> Cell.of("INVALID", Tone.BAD);
        };
    }

    /** Of all that was judged by this measure, what comes closest to what is allowed, or goes farthest beyond. */
    private static Cell worst(Agreement agreement, Measure measure) {
        Optional<Compared> worst = agreement.rows().stream()
                .filter(row -> row.measure() == measure && row.likeness() != Likeness.NOT_JUDGED)
                .max(Comparator.comparingDouble(row -> row.used().orElse(Double.MAX_VALUE)));
        return worst.map(row -> Cell.of(difference(row), tone(row.likeness()))).orElse(Cell.quiet(Figures.NONE));
    }
}
