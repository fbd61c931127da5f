package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.summary.Latency;
import id.tenggat.summary.Peak;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Several recordings side by side: a column each. */
final class Comparison {

    private final List<Judged> recordings;

    Comparison(List<Judged> recordings) {
        this.recordings = recordings;
    }

    /** One row an objective of any of them. */
    Table objectives() {
        List<String> texts = recordings.stream()
                .flatMap(judged -> judged.verdict().rows().stream())
                .map(row -> row.objective().text())
                .distinct()
                .toList();
        return new Table(
                columns("objective"),
                texts.stream()
                        .map(text -> cells(text, judged -> objective(judged, text)))
                        .toList());
    }

    private static Cell objective(Judged judged, String text) {
        return judged.verdict().rows().stream()
                .filter(row -> row.objective().text().equals(text))
                .findFirst()
                .map(Comparison::objective)
                .orElse(Cell.quiet(Figures.NONE));
    }

    private static Cell objective(Row row) {
        if (row.outcome() == Outcome.NOT_JUDGED) {
            return Cell.quiet("not judged");
        }
        Unit unit = row.objective().metric().unit();
        String observed =
                row.observed().isPresent() ? Figures.of(unit, row.observed().getAsDouble()) : row.note();
        return Cell.of(Tables.mark(row.outcome()) + " " + observed, Tables.tone(row.outcome()));
    }

    /** One row a number worth comparing. */
    Table numbers() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("applicants due", s -> Figures.count(s.completion().applicantsDue())));
        rows.add(row(
                "completed by the deadline", s -> Figures.percent(s.completion().share())));
        rows.add(row("offered peak", s -> rate(s.traffic().peakSentPerSecond())));
        rows.add(row("served peak", s -> rate(s.traffic().peakServedPerSecond())));
        rows.add(row("attempts for each step begun", Comparison::amplification));
        rows.add(row("wasted work", s -> Figures.percent(s.wastedWork())));
        rows.add(row("sent - due, p99", s -> latency(s.slip(), Latency::p99Us)));
        stepNames().forEach(step -> {
            rows.add(row(step + " p50", s -> latency(latencyOf(s, step), Latency::p50Us)));
            rows.add(row(step + " p99", s -> latency(latencyOf(s, step), Latency::p99Us)));
        });
        stationNames().forEach(station -> rows.add(row(station + " peak use", s -> use(s, station))));
        return new Table(columns("number"), rows);
    }

    private List<Column> columns(String first) {
        return Stream.concat(
                        Stream.of(Column.words(first)),
                        recordings.stream().map(judged -> Column.number(judged.label())))
                .toList();
    }

    private List<Cell> row(String name, Function<Summary, String> number) {
        return cells(name, judged -> Cell.plain(number.apply(judged.summary())));
    }

    private List<Cell> cells(String name, Function<Judged, Cell> cell) {
        return Stream.concat(Stream.of(Cell.plain(name)), recordings.stream().map(cell))
                .toList();
    }

    private List<String> stepNames() {
        return recordings.stream()
                .flatMap(judged -> judged.provenance().steps().stream())
                .map(step -> step.name())
                .distinct()
                .toList();
    }

    private List<String> stationNames() {
        return recordings.stream()
                .flatMap(judged -> judged.provenance().stations().stream())
                .map(station -> station.name())
                .distinct()
                .toList();
    }

    private static String rate(Optional<Peak> peak) {
        return peak.map(p -> Figures.perSecond(p.value())).orElse(Figures.NONE);
    }

    private static String amplification(Summary summary) {
        var amplification = summary.traffic().retryAmplification();
        return amplification.isPresent() ? Figures.significant(amplification.getAsDouble()) : Figures.NONE;
    }

    private static Optional<Latency> latencyOf(Summary summary, String step) {
        return summary.steps().stream()
                .filter(s -> s.name().equals(step))
                .flatMap(s -> s.latency().stream())
                .findFirst();
    }

    private static String latency(Optional<Latency> latency, Function<Latency, Long> us) {
        return latency.map(l -> Figures.latencyUs(us.apply(l))).orElse(Figures.NONE);
    }

    private static String use(Summary summary, String station) {
        return summary.stations().stream()
                .filter(s -> s.station().name().equals(station))
                .flatMap(s -> s.peakUtilisation().stream())
                .map(peak -> Figures.percent(peak.value()))
                .findFirst()
                .orElse(Figures.NONE);
    }
}
