package id.tenggat.report;

import id.tenggat.scenario.Metric.Unit;
import id.tenggat.verdict.Finding.When;
import id.tenggat.verdict.Finding.Where;
import id.tenggat.verdict.Finding.Worst;
import id.tenggat.verdict.Row;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one objective was judged, in words and figures; what is not known of it is an empty text. */
public final class Evidence {

    private final Row row;
    private final Times times;

    private Evidence(Row row, Times times) {
        this.row = row;
        this.times = times;
    }

    /** Of each objective, in their order. */
    public static List<Evidence> of(Judged judged) {
        return judged.verdict().rows().stream()
                .map(row -> new Evidence(row, judged.times()))
                .toList();
    }

    public Row row() {
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

    /** Both ends of the 95 % interval of confidence. */
    public String interval() {
        return row.finding()
                .interval()
                .map(interval -> Figures.interval(unit(), interval))
                .orElse("");
    }

    /** How bad it was where it was worst, and where that was. */
    public String worst() {
        return row.finding().worst().map(this::worst).orElse("");
    }

    private String worst(Worst worst) {
        String place = worst instanceof When when ? times.words(when.from()) : ((Where) worst).regency();
        return Figures.of(unit(), worst.value()) + " " + place;
    }

    /** The outcome, with the reason where there is one. */
    public String outcome() {
        return row.outcome().words() + (row.note().isEmpty() ? "" : ": " + row.note());
    }

    /** All that is known, in one line: {@code observed 6s, bound < 5s, margin -1s; worst 9s 6 Sep 23:58}. */
    public String words() {
        return Stream.of(
                        Stream.of(named("observed", observed()), named("bound", bound()), named("margin", margin()))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(", ")),
                        named("95% interval", interval()),
                        named("worst", worst()),
                        row.note())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
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
