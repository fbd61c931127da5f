package id.tenggat.summary;

import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice.Window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One number that a run has: a metric and what it is of.
 *
 * @param subject the step, station or pool; empty for a metric of the whole run
 * @param during the part of the calendar; empty for all of the run
 */
public record Figure(Metric metric, Optional<String> subject, Optional<Window> during) {

    /** Of all of the run. */
    public Figure(Metric metric, Optional<String> subject) {
        this(metric, subject, Optional.empty());
    }

    /**
     * Every number of a (sliced) scenario's runs, and those of windows that its objectives ask for. What only a whole
     * scenario can tell is left out of a slice.
     */
    public static List<Figure> of(Scenario scenario) {
        Stream<Figure> ofRun = Arrays.stream(Metric.values())
                .filter(metric ->
                        metric.scope() == Metric.Scope.ANY || scenario.slice().isWhole())
                .flatMap(metric -> of(scenario, metric));
        Stream<Figure> ofWindows = scenario.objectives().stream()
                .filter(objective -> objective.during().isPresent())
                .map(Figure::of);
        return Stream.concat(ofRun, ofWindows).distinct().toList();
    }

    /** What an objective is about. */
    public static Figure of(Objective objective) {
        return new Figure(objective.metric(), objective.subject(), objective.during());
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

    /**
     * Its value in a recording, in the metric's unit: durations in nanoseconds, shares from 0 to 1.
     *
     * @param summary of the recording
     * @return empty if the recording holds no data for it, or not all of its window
     */
    public OptionalDouble in(Recording recording, Summary summary) {
        if (during.isEmpty()) {
            return summary.value(metric, subject);
        }
        return Span.of(recording, during.get())
                .map(span -> Course.of(recording, this).value(Course.once(span, recording)))
                .orElseGet(OptionalDouble::empty);
    }

    /** Its name as in objectives: {@code stamp p99}, {@code utilisation(stamping) during last 2h}. */
    public String text() {
        String name =
                switch (metric.of()) {
                    case RUN -> metric.words();
                    case STEP -> subject.orElseThrow() + " " + metric.words();
                    case STATION -> metric.words() + "(" + subject.orElseThrow() + ")";
                };
        return during.map(window -> name + " during " + window.words()).orElse(name);
    }
}
