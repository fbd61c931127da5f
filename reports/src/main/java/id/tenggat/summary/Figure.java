package id.tenggat.summary;

import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One number that a run has: a metric and what it is of.
 *
 * @param subject the step, station or pool; empty for a metric of the whole run
 */
public record Figure(Metric metric, Optional<String> subject) {

    /** Every number of a (sliced) scenario's runs: what only a whole scenario can tell is left out of a slice. */
    public static List<Figure> of(Scenario scenario) {
        return Arrays.stream(Metric.values())
                .filter(metric ->
                        metric.scope() == Metric.Scope.ANY || scenario.slice().isWhole())
                .flatMap(metric -> of(scenario, metric))
                .toList();
    }

    /** What an objective is about. */
    public static Figure of(Objective objective) {
        return new Figure(objective.metric(), objective.subject());
    }

    private static Stream<Figure> of(Scenario scenario, Metric metric) {
        Stream<Optional<String>> subjects =
                switch (metric.of()) {
                    case RUN -> Stream.of(Optional.empty());
                    case STEP ->
                        scenario.journey().steps().stream()
                                .map(Journey.Step::name)
                                .map(Optional::of);
                    case STATION -> scenario.stack().measured().stream().map(Optional::of);
                };
        return subjects.map(subject -> new Figure(metric, subject));
    }

    /** Its name as in objectives: {@code stamp p99}, {@code utilisation(stamping)}. */
    public String text() {
        return switch (metric.of()) {
            case RUN -> metric.words();
            case STEP -> subject.orElseThrow() + " " + metric.words();
            case STATION -> metric.words() + "(" + subject.orElseThrow() + ")";
        };
    }
}
