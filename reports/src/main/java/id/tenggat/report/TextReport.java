package id.tenggat.report;

import id.tenggat.report.Table.Tone;
import id.tenggat.verdict.Status;

import java.util.ArrayList;
import java.util.List;

/** A recording's verdict and numbers for a terminal, at most 100 columns wide where names allow it. */
public final class TextReport {

    private final Judged judged;
    private final Colour colour;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Judged judged, Colour colour) {
        this.judged = judged;
        this.colour = colour;
    }

    /** The report; ends in a line feed. */
    public static String of(Judged judged, Colour colour) {
        return new TextReport(judged, colour).text();
    }

    /** Several recordings side by side, a column each; ends in a line feed. */
    public static String sideBySide(List<Judged> recordings, Colour colour) {
        StringBuilder text = new StringBuilder();
        List<Judged> columns = new ArrayList<>();
        for (Judged one : recordings) {
            String column = "[" + (columns.size() + 1) + "]";
            columns.add(new Judged(column, one.recording(), one.summary(), one.verdict()));
            TextReport report = new TextReport(one, colour);
            text.append(column).append(' ');
            report.head();
            text.append(report.text);
        }
        Comparison comparison = new Comparison(columns);
        return text.append('\n')
                .append(TextTable.text(comparison.objectives(), colour))
                .append('\n')
                .append(TextTable.text(comparison.numbers(), colour))
                .toString();
    }

    private String text() {
        head();
        if (!judged.verdict().rows().isEmpty()) {
            table("Objectives", Tables.objectives(judged));
            evidence();
        }
        table("Completion", Tables.completion(judged));
        Sentences.lowestRegency(judged).ifPresent(this::line);
        section("What breaks first", Sentences.signs(judged));
        table("Attempts", Tables.attempts(judged));
        table("Latency of served attempts, from due", Tables.latencies(judged));
        if (judged.summary().strain().isPresent()) {
            table("Latency by fate, from due and from sent", Tables.fates(judged));
        }
        table("Stations", Tables.stations(judged));
        section("Traffic", Sentences.traffic(judged));
        Sentences.audit(judged).forEach(this::line);
        section("Run", Sentences.run(judged));
        return text.toString();
    }

    private void evidence() {
        Table evidence = Tables.evidence(judged);
        if (!evidence.rows().isEmpty()) {
            table("How sure, and where it was worst", evidence);
        }
    }

    private void head() {
        Status status = judged.verdict().status();
        String word = colour.painted(status.name(), status == Status.PASS ? Tone.GOOD : Tone.BAD);
        text.append(colour.bold(word)).append("  ").append(judged.label()).append('\n');
        line(judged.provenance().subject().title());
        line(Sentences.origin(judged));
        judged.provenance()
                .subject()
                .measured()
                .forEach(file -> line("measured: " + file.measurement().words()));
        judged.provenance().subject().adapter().ifPresent(used -> line("adapter: " + used.file()));
        judged.provenance().part().roundings().forEach(rounding -> line("rounded: " + rounding));
        Sentences.reasons(judged.verdict()).forEach(reason -> line(colour.painted(reason, Tone.BAD)));
    }

    private void section(String title, List<String> lines) {
        text.append('\n').append(colour.bold(title)).append('\n');
        lines.forEach(this::line);
    }

    private void table(String title, Table table) {
        text.append('\n').append(colour.bold(title)).append('\n').append(TextTable.text(table, colour));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }
}
