package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Words;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Figure;
import id.tenggat.verdict.EnsembleJudge;
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

    private final Replicated answer;
    private final Ensemble ensemble;
    private final EnsembleVerdict verdict;
    private final Colour colour;
    private final StringBuilder text = new StringBuilder();

    private EnsembleText(Replicated answer, Colour colour) {
        this.answer = answer;
        this.ensemble = answer.ensemble();
        this.verdict = answer.verdict();
        this.colour = colour;
    }

    /** The report; ends in a line feed. */
    public static String of(Replicated answer, Colour colour) {
        return new EnsembleText(answer, colour).text();
    }

    private String text() {
        head();
        if (!verdict.rows().isEmpty()) {
            table("Objectives", objectives());
        }
        Sentences.everybodyDone(answer)
                .ifPresent(done -> text.append("\n  ").append(done).append('\n'));
        table("Over " + ensemble.runs().size() + " runs", figures());
        return text.toString();
    }

    private void head() {
        Scenario scenario = ensemble.scenario();
        String word = colour.painted(verdict.status().name(), verdict.status() == Status.PASS ? Tone.GOOD : Tone.BAD);
        text.append(colour.bold(word))
                .append("  %s%n".formatted(answer.label()))
                .append("  %s%n".formatted(scenario.title()))
                .append("  seeds from %d; %s; %s%n".formatted(scenario.seed(), answer.manner(), confidence()));
        Sentences.reasons(verdict).forEach(reason -> text.append("  ")
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
                        Column.number("margin"),
                        Column.words("held in"),
                        Column.words("")),
                answer.evidence().stream().map(EnsembleText::objective).toList());
    }

    private static List<Cell> objective(Evidence evidence) {
        Tone tone = Tables.tone(evidence.row().outcome());
        return List.of(
                Cell.of(Tables.mark(evidence.row().outcome()), tone),
                Cell.plain(evidence.row().objective().text()),
                Cell.plain(evidence.observed().isEmpty() ? Figures.NONE : evidence.observed()),
                Cell.plain(evidence.interval()),
                Cell.of(evidence.margin(), tone),
                Cell.plain(evidence.held()),
                Cell.of(evidence.outcome(), tone));
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
