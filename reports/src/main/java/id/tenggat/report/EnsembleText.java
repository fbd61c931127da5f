package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Words;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Figure;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.EnsembleRow;
import id.tenggat.verdict.EnsembleVerdict;
import id.tenggat.verdict.Status;

import java.util.List;
import java.util.Set;

/**
 * The verdict and numbers of many runs for a terminal. Means stand beside the least, the middle and the greatest run:
 * overload has two ends, and a mean between them is no run at all.
 */
public final class EnsembleText {

    private static final Set<Metric> LEFT_OUT = Set.of(Metric.LATENCY_P95, Metric.LATENCY_P999, Metric.LATENCY_MAX);

    private final Ensemble ensemble;
    private final EnsembleVerdict verdict;
    private final Colour colour;
    private final StringBuilder text = new StringBuilder();

    private EnsembleText(Ensemble ensemble, EnsembleVerdict verdict, Colour colour) {
        this.ensemble = ensemble;
        this.verdict = verdict;
        this.colour = colour;
    }

    /** The report; ends in a line feed. */
    public static String of(Ensemble ensemble, EnsembleVerdict verdict, Colour colour) {
        return new EnsembleText(ensemble, verdict, colour).text();
    }

    private String text() {
        head();
        if (!verdict.rows().isEmpty()) {
            table("Objectives", objectives());
        }
        verdict.everybodyDone().ifPresent(done -> text.append('\n')
                .append("  everybody done by the deadline: in ")
                .append(runs(done))
                .append('\n'));
        table("Over " + ensemble.runs().size() + " runs", figures());
        return text.toString();
    }

    private void head() {
        Scenario scenario = ensemble.scenario();
        String word = colour.painted(verdict.status().name(), verdict.status() == Status.PASS ? Tone.GOOD : Tone.BAD);
        text.append(colour.bold(word))
                .append("  %d replications of %s, simulated%n"
                        .formatted(
                                ensemble.runs().size(),
                                scenario.slice().isWhole() ? "the whole scenario" : scenario.slice()))
                .append("  %s%n".formatted(scenario.title()))
                .append("  seeds from %d; %s%n".formatted(scenario.seed(), confidence()));
        verdict.invalidReasons().forEach(reason -> text.append("  ")
                .append(colour.painted(reason, Tone.BAD))
                .append('\n'));
    }

    private String confidence() {
        String shown = "intervals hold with " + Words.percent(EnsembleJudge.CONFIDENCE) + " confidence";
        return verdict.confidence() == EnsembleJudge.CONFIDENCE
                ? shown
                : shown + ", those of objectives with " + Words.number(verdict.confidence() * 100)
                        + "%: they were looked at several times";
    }

    private void table(String title, Table table) {
        text.append('\n').append(colour.bold(title)).append('\n').append(TextTable.text(table, colour));
    }

    private Table objectives() {
        return new Table(
                List.of(
                        Column.words(""),
                        Column.words("objective"),
                        Column.number("mean"),
                        Column.words("interval"),
                        Column.words("held in"),
                        Column.words("")),
                verdict.rows().stream().map(EnsembleText::objective).toList());
    }

    private static List<Cell> objective(EnsembleRow row) {
        Unit unit = row.objective().metric().unit();
        Tone tone = Tables.tone(row.outcome());
        return List.of(
                Cell.of(Tables.mark(row.outcome()), tone),
                Cell.plain(row.objective().text()),
                Cell.plain(row.observed()
                        .map(sample -> Figures.of(unit, sample.mean()))
                        .orElse(Figures.NONE)),
                Cell.plain(row.mean().map(mean -> Figures.interval(unit, mean)).orElse("")),
                Cell.plain(row.held().map(EnsembleText::runs).orElse("")),
                Cell.of(row.outcome().words() + (row.note().isEmpty() ? "" : ": " + row.note()), tone));
    }

    private static String runs(Proportion proportion) {
        return proportion.hits() + " of " + proportion.runs() + " runs ("
                + Figures.interval(Unit.SHARE, proportion.interval(EnsembleJudge.CONFIDENCE)) + ")";
    }

    private Table figures() {
        return new Table(
                List.of(
                        Column.words(""),
                        Column.number("least"),
                        Column.number("median"),
                        Column.number("greatest"),
                        Column.number("mean"),
                        Column.words("95% interval")),
                ensemble.figures().stream()
                        .filter(figure -> !LEFT_OUT.contains(figure.metric()))
                        .filter(figure -> ensemble.observed(figure).length > 1)
                        .map(this::figure)
                        .toList());
    }

    private List<Cell> figure(Figure figure) {
        Unit unit = figure.metric().unit();
        Sample sample = Sample.of(ensemble.observed(figure));
        return List.of(
                Cell.plain(figure.text()),
                Cell.plain(Figures.of(unit, sample.min())),
                Cell.plain(Figures.of(unit, sample.median())),
                Cell.plain(Figures.of(unit, sample.max())),
                Cell.plain(Figures.of(unit, sample.mean())),
                Cell.plain(Figures.interval(unit, EnsembleJudge.possible(figure.metric(), sample))));
    }
}
