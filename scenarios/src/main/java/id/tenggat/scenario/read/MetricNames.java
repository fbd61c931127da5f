package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Of;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an objective is about, as it is written: {@code rejected}, {@code stamp p99}, {@code utilisation(stamping)}. */
public final class MetricNames {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
    private static final Pattern OF_STEP = Pattern.compile("(" + NAME + ") +(\\S+)");
    private static final Pattern OF_STATION = Pattern.compile("(.+?) *\\( *(" + NAME + ") *\\)");

    private MetricNames() {}

    /**
     * A metric and its step or station.
     *
     * @param of empty for metrics of the whole run
     */
    public record Subject(Metric metric, Optional<String> of) {}

    /** Empty if there is no such metric. */
    public static Optional<Subject> read(String text) {
        Matcher ofStep = OF_STEP.matcher(text);
        Matcher ofStation = OF_STATION.matcher(text);
        return named(text, Of.RUN)
                .map(found -> new Subject(found, Optional.empty()))
                .or(() -> matched(ofStep, 2)
                        .flatMap(last -> named(last, Of.STEP))
                        .map(found -> new Subject(found, Optional.of(ofStep.group(1)))))
                .or(() -> matched(ofStation, 1)
                        .flatMap(first -> named(first, Of.STATION))
                        .map(found -> new Subject(found, Optional.of(ofStation.group(2)))));
    }

    private static Optional<String> matched(Matcher matcher, int group) {
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static Optional<Metric> named(String words, Of of) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.of() == of && metric.words().equals(words))
                .findFirst();
    }

    /** What is wrong with a text that names no metric. */
    static Mistake unknown(String text) {
        String found = text.isEmpty() ? "no metric" : "unknown metric " + Node.Scalar.quoted(text);
        String allowed = String.join(
                ", ", Arrays.stream(Metric.values()).map(Metric::form).toList());
        return new Mistake(found, allowed, meant(text));
    }

    private static String meant(String text) {
        Matcher ofStep = OF_STEP.matcher(text);
        Matcher ofStation = OF_STATION.matcher(text);
        if (ofStation.matches()) {
            String near = Nearest.to(ofStation.group(1), words(Of.STATION));
            return near.isEmpty() ? "" : near + "(" + ofStation.group(2) + ")";
        }
        String whole = Nearest.to(text, words(Of.RUN));
        String ofOne = ofStep.matches() ? Nearest.to(ofStep.group(2), words(Of.STEP)) : "";
        return whole.isEmpty() && !ofOne.isEmpty() ? ofStep.group(1) + " " + ofOne : whole;
    }

    private static List<String> words(Of of) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.of() == of)
                .map(Metric::words)
                .toList();
    }
}
