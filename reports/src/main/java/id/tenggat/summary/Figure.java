package id.tenggat.summary;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice.Window;
import id.tenggat.scenario.read.MetricNames;
import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.WindowParser;

import java.time.ZoneOffset;
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

    private static final String DURING = " during ";

    /** Of all of the run. */
    public Figure(Metric metric, Optional<String> subject) {
        this(metric, subject, Optional.empty());
    }

    /**
     * Every number of a (sliced) scenario's runs, and those of windows that its objectives ask for. What only a whole
     * scenario can tell is left out of a slice.
     */
    public static List<Figure> of(Scenario scenario) {
        List<String> steps =
                scenario.journey().steps().stream().map(Journey.Step::name).toList();
        return new Parts(steps, scenario.stack().measured(), scenario.objectives())
                .figures(scenario.slice().isWhole());
    }

    /** Every number of a recorded run, as of its scenario. */
    public static List<Figure> of(Provenance provenance) {
        List<String> steps =
                provenance.steps().stream().map(Provenance.Step::name).toList();
        List<String> stations =
                provenance.stations().stream().map(Provenance.Station::name).toList();
        return new Parts(steps, stations, provenance.objectives())
                .figures(provenance.part().whole());
    }

    /** What an objective is about. */
    public static Figure of(Objective objective) {
        return new Figure(objective.metric(), objective.subject(), objective.during());
    }

    /** The one whose name this is, as {@link #text} gives it; empty if there is none. */
    public static Optional<Figure> named(String text) {
        int during = text.indexOf(DURING);
        if (during < 0) {
            return MetricNames.read(text).map(subject -> new Figure(subject.metric(), subject.of()));
        }
        return named(text.substring(0, during))
                .filter(figure -> figure.metric().isOverTime())
                .flatMap(figure -> window(text.substring(during + DURING.length()))
                        .map(window -> new Figure(figure.metric(), figure.subject(), Optional.of(window))));
    }

    private static Optional<Window> window(String text) {
        try {
            return Optional.of(WindowParser.parse(text, ZoneOffset.UTC));
        } catch (PhraseException e) {
            return Optional.empty();
        }
    }

    /** What figures can be of. */
    private record Parts(List<String> steps, List<String> stations, List<Objective> objectives) {

        List<Figure> figures(boolean isWhole) {
            Stream<Figure> ofRun = Arrays.stream(Metric.values())
                    .filter(metric -> metric.scope() == Metric.Scope.ANY || isWhole)
                    .flatMap(this::of);
            Stream<Figure> ofWindows = objectives.stream()
                    .filter(objective -> objective.during().isPresent())
                    .map(Figure::of);
            return Stream.concat(ofRun, ofWindows).distinct().toList();
        }

        private Stream<Figure> of(Metric metric) {
            return switch (metric.of()) {
                case RUN -> Stream.of(new Figure(metric, Optional.empty()));
                case STEP -> steps.stream().map(step -> new Figure(metric, Optional.of(step)));
                case STATION -> stations.stream().map(station -> new Figure(metric, Optional.of(station)));
            };
        }
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
        return during.map(window -> name + DURING + window.words()).orElse(name);
    }
}
