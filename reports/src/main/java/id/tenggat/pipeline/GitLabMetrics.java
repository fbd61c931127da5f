package id.tenggat.pipeline;

import id.tenggat.report.Judged;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.verdict.Row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Verdicts as OpenMetrics text, for GitLab's metrics reports, which show what has changed since the target branch. Durations
 * are seconds, shares lie between 0 and 1; what is not known has no sample.
 */
public final class GitLabMetrics {

    private final StringBuilder text = new StringBuilder();
    private final List<Judged> recordings;

    private GitLabMetrics(List<Judged> recordings) {
        this.recordings = recordings;
    }

    /** The text; ends as OpenMetrics must, by {@code # EOF}. */
    public static String of(List<Judged> recordings) {
        return new GitLabMetrics(recordings).all();
    }

    private String all() {
        objectives("tenggat_objective_observed", "What was observed of an objective's metric.", Row::observed);
        objectives("tenggat_objective_margin", "How far that is on the good side of the bound.", Row::margin);
        family(
                "tenggat_verdict_status",
                "The verdict as an exit status: 0 PASS, 1 FAIL, 3 INVALID.",
                (judged, samples) -> samples.put(
                        labels(judged, ""), (double) judged.verdict().status().exitStatus()));
        return text.append("# EOF\n").toString();
    }

    private void objectives(String name, String help, Function<Row, OptionalDouble> figure) {
        family(name, help, (judged, samples) -> judged.verdict().rows().forEach(row -> figure.apply(row)
                .ifPresent(value -> samples.putIfAbsent(labels(judged, row), inBaseUnit(row, value)))));
    }

    /** No two samples of a family may have the same labels. */
    private void family(String name, String help, BiConsumer<Judged, Map<String, Double>> told) {
        Map<String, Double> samples = new LinkedHashMap<>();
        recordings.forEach(judged -> told.accept(judged, samples));
        text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
        samples.forEach((labels, value) -> text.append("%s{%s} %s\n".formatted(name, labels, value)));
    }

    private static double inBaseUnit(Row row, double value) {
        return unit(row) == Unit.DURATION ? value / 1e9 : value;
    }

    private String labels(Judged judged, Row row) {
        String unit = unit(row) == Unit.DURATION ? "seconds" : unit(row).name().toLowerCase(Locale.ROOT);
        return labels(judged, label("objective", row.objective().text()) + "," + label("unit", unit) + ",");
    }

    private static Unit unit(Row row) {
        return row.objective().metric().unit();
    }

    private String labels(Judged judged, String more) {
        return more
                + label("scenario", judged.recording().provenance().subject().name()) + ","
                + label("run", RunName.among(recordings, judged));
    }

    private static String label(String name, String value) {
        String escaped = PlainText.of(value)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", " ")
                .replace("\n", "\\n");
        return name + "=\"" + escaped + "\"";
    }
}
