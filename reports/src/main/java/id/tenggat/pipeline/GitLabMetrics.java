package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import id.tenggat.report.Replicated;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.statistics.Interval;
import id.tenggat.verdict.JudgedObjective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Verdicts as OpenMetrics text, for GitLab's metrics reports, which show what has changed since the target branch. Durations
 * are seconds, shares lie between 0 and 1; what is not known has no sample.
 */
public final class GitLabMetrics {

    private final StringBuilder text = new StringBuilder();
    private final List<? extends Answer> answers;

    private GitLabMetrics(List<? extends Answer> answers) {
        this.answers = answers;
    }

    /** The text; ends as OpenMetrics must, by {@code # EOF}. */
    public static String of(List<? extends Answer> answers) {
        return new GitLabMetrics(answers).all();
    }

    private String all() {
        objectives(
                "tenggat_objective_observed",
                "What was observed of an objective's metric: a run's value, or the mean of many.",
                JudgedObjective::observed);
        objectives("tenggat_objective_low", "Low end of its interval of confidence.", row -> end(row, Interval::low));
        objectives(
                "tenggat_objective_high", "High end of its interval of confidence.", row -> end(row, Interval::high));
        objectives(
                "tenggat_objective_margin", "How far that is on the good side of the bound.", JudgedObjective::margin);
        family(
                "tenggat_verdict_status",
                "The verdict as an exit status: 0 PASS, 1 FAIL, 3 INVALID.",
                (answer, samples) -> samples.put(
                        labels(answer, ""), (double) answer.verdict().status().exitStatus()));
        replications("tenggat_replications", "How many runs were judged together.", many -> many.ensemble()
                .runs()
                .size());
        replications("tenggat_looks", "How often they were judged until the last verdict.", Replicated::looks);
        replications("tenggat_baseline_runs", "Runs before, by which regressions were judged.", Replicated::before);
        return text.append("# EOF\n").toString();
    }

    private static OptionalDouble end(JudgedObjective row, ToDoubleFunction<Interval> end) {
        return row.interval()
                .filter(Interval::isBounded)
                .map(interval -> OptionalDouble.of(end.applyAsDouble(interval)))
                .orElseGet(OptionalDouble::empty);
    }

    /** Of many runs alone. */
    private void replications(String name, String help, ToIntFunction<Replicated> number) {
        if (answers.stream().anyMatch(Replicated.class::isInstance)) {
            family(name, help, (answer, samples) -> {
                if (answer instanceof Replicated many) {
                    samples.put(labels(many, ""), (double) number.applyAsInt(many));
                }
            });
        }
    }

    private void objectives(String name, String help, Function<JudgedObjective, OptionalDouble> figure) {
        family(name, help, (answer, samples) -> answer.verdict().rows().forEach(row -> figure.apply(row)
                .ifPresent(value -> samples.putIfAbsent(labels(answer, row), inBaseUnit(row, value)))));
    }

    /** No two samples of a family may have the same labels. */
    private void family(String name, String help, BiConsumer<Answer, Map<String, Double>> told) {
        Map<String, Double> samples = new LinkedHashMap<>();
        answers.forEach(answer -> told.accept(answer, samples));
        text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
        samples.forEach((labels, value) -> text.append("%s{%s} %s\n".formatted(name, labels, value)));
    }

    private static double inBaseUnit(JudgedObjective row, double value) {
        return unit(row) == Unit.DURATION ? value / 1e9 : value;
    }

    private String labels(Answer answer, JudgedObjective row) {
        String unit = unit(row) == Unit.DURATION ? "seconds" : unit(row).name().toLowerCase(Locale.ROOT);
        return labels(answer, label("objective", row.objective().text()) + "," + label("unit", unit) + ",");
    }

    private static Unit unit(JudgedObjective row) {
        return row.objective().metric().unit();
    }

    private String labels(Answer answer, String more) {
        return more
                + label("scenario", answer.recording().provenance().subject().name()) + ","
                + label("run", RunName.among(answers, answer));
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
