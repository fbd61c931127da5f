package id.tenggat.report;

import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Words;
import id.tenggat.verdict.Basis;
import id.tenggat.verdict.Certainty;
import id.tenggat.verdict.EnsembleRow;
import id.tenggat.verdict.Finding.When;
import id.tenggat.verdict.Finding.Where;
import id.tenggat.verdict.Finding.Worst;
import id.tenggat.verdict.JudgedObjective;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Row;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one objective was judged, in words and figures; what is not known of it is an empty text. */
public final class Evidence {

    private final JudgedObjective row;
    private final Times times;
    private final String intervalName;

    private Evidence(JudgedObjective row, Times times, String intervalName) {
        this.row = row;
        this.times = times;
        this.intervalName = intervalName;
    }

    /** Of each objective, in their order. */
    static List<Evidence> of(Answer answer) {
        Times times = Times.of(answer.recording().provenance().axis());
        String name = intervalName(answer);
        return answer.verdict().rows().stream()
                .map(row -> new Evidence(row, times, name))
                .toList();
    }

    /** Says how sure the rows' intervals are: {@code 95% interval}. */
    static String intervalName(Answer answer) {
        return Words.number(100 * answer.verdict().confidence()) + "% interval";
    }

    public JudgedObjective row() {
        return row;
    }

    /** As in {@code 1.24s}. */
    public String observed() {
        return figure(row.observed());
    }

    /** As in {@code < 5s}. */
    public String bound() {
        return row.bound()
                .map(bound -> bound.comparison().sign() + " " + Figures.of(unit(), bound.value()))
                .orElse("");
    }

    /** With its sign: {@code +3.76s}. */
    public String margin() {
        return row.margin().isPresent() ? Figures.margin(unit(), row.margin().getAsDouble()) : "";
    }

    /** Both ends of the interval of confidence. */
    public String interval() {
        return row.interval()
                .map(interval -> Figures.interval(unit(), interval))
                .orElse("");
    }

    /** The same, of how many independent cases it is if it was counted; or why the value itself decides; of one run. */
    public String certainty() {
        return row instanceof Row one && one.observed().isPresent()
                ? certainty(one.finding().certainty())
                : interval();
    }

    private String certainty(Certainty certainty) {
        if (certainty.worth().isPresent()) {
            return interval() + ", of " + Figures.count((long) certainty.worth().getAsDouble());
        }
        return switch (certainty.basis()) {
            case CENSUS -> "all were counted";
            case EXTREME -> "an extreme";
            case UPS_AND_DOWNS, EXACT, NOTHING -> interval();
        };
    }

    /** Why there is no interval. */
    private String basis() {
        return row instanceof Row one
                        && one.interval().isEmpty()
                        && one.finding().certainty().basis() != Basis.NOTHING
                ? one.finding().certainty().basis().words()
                : "";
    }

    /** How bad it was where it was worst, and where that was; of one run. */
    public String worst() {
        return row instanceof Row one ? one.finding().worst().map(this::worst).orElse("") : "";
    }

    /** In how many of many runs it held, with the interval of that share. */
    public String held() {
        return row instanceof EnsembleRow many ? many.held().map(Figures::runs).orElse("") : "";
    }

    private String worst(Worst worst) {
        String place = worst instanceof When when ? times.words(when.from()) : ((Where) worst).regency();
        return Figures.of(unit(), worst.value()) + " " + place;
    }

    /** The outcome, with the reason where there is one. */
    public String outcome() {
        return row.outcome().words() + (row.note().isEmpty() ? "" : ": " + row.note());
    }

    /** All that is known and, if it is undecided, the way out: {@code observed 6s, bound < 5s, margin -1s; worst 9s 6 Sep 23:58}. */
    public String words() {
        return Stream.of(
                        Stream.of(named(what(), observed()), named("bound", bound()), named("margin", margin()))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(", ")),
                        named(intervalName, row.interval().isEmpty() ? "" : certainty()),
                        basis(),
                        named("worst", worst()),
                        named("held in", held()),
                        row.outcome() == Outcome.UNDECIDED ? row.wayOut() : row.note())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String what() {
        return row instanceof EnsembleRow ? "mean" : "observed";
    }

    private static String named(String name, String figure) {
        return figure.isEmpty() ? "" : name + " " + figure;
    }

    private String figure(OptionalDouble value) {
        return value.isPresent() ? Figures.of(unit(), value.getAsDouble()) : "";
    }

    private Unit unit() {
        return row.objective().metric().unit();
    }
}
