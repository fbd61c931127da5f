package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Of;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads objectives, each a metric, a comparison and a bound in the metric's unit:
 *
 * <pre>
 *   completed by deadline &gt;= 99%
 *   stamp-letter p99 &lt; 5s
 *   utilisation(stamping) &lt;= 80%
 *   retry amplification &lt; 1.5
 *   stamps lost == 0
 * </pre>
 */
public final class ObjectiveParser {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
    private static final Pattern OF_STEP = Pattern.compile("(" + NAME + ") +(\\S+)");
    private static final Pattern OF_STATION = Pattern.compile("(.+?) *\\( *(" + NAME + ") *\\)");
    private final String text;
    private final Inequality inequality;

    private ObjectiveParser(String text) {
        this.text = text;
        this.inequality = new Inequality(text, List.of(Comparison.values()));
    }

    /**
     * Reads one objective. Whether its step or station is there is not known here.
     *
     * @throws PhraseException if it is none, with the column within the text
     */
    public static Objective parse(String text) {
        return new ObjectiveParser(text).objective();
    }

    private record Subject(Metric metric, Optional<String> of) {}

    private Objective objective() {
        Subject subject = subject(inequality.subject());
        inequality.requireSign();
        Comparison comparison = inequality.comparison();
        double bound = inequality.bound(subject.metric().unit(), inequality.end(), text.length());
        return new Objective(text.strip(), subject.metric(), subject.of(), comparison, bound);
    }

    private Subject subject(String metric) {
        Matcher ofStep = OF_STEP.matcher(metric);
        Matcher ofStation = OF_STATION.matcher(metric);
        return named(metric, Of.RUN)
                .map(found -> new Subject(found, Optional.empty()))
                .or(() -> matched(ofStep, 2)
                        .flatMap(last -> named(last, Of.STEP))
                        .map(found -> new Subject(found, Optional.of(ofStep.group(1)))))
                .or(() -> matched(ofStation, 1)
                        .flatMap(first -> named(first, Of.STATION))
                        .map(found -> new Subject(found, Optional.of(ofStation.group(2)))))
                .orElseThrow(() -> unknownMetric(metric));
    }

    private static Optional<String> matched(Matcher matcher, int group) {
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static Optional<Metric> named(String words, Of of) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.of() == of && metric.words().equals(words))
                .findFirst();
    }

    private PhraseException unknownMetric(String metric) {
        String found = metric.isEmpty() ? "no metric" : "unknown metric " + Node.Scalar.quoted(metric);
        Mistake mistake = new Mistake(found, String.join(", ", metrics()), meant(metric));
        return inequality.refusedSubject(mistake);
    }

    private static String meant(String metric) {
        Matcher ofStep = OF_STEP.matcher(metric);
        Matcher ofStation = OF_STATION.matcher(metric);
        if (ofStation.matches()) {
            String near = Nearest.to(ofStation.group(1), words(Of.STATION));
            return near.isEmpty() ? "" : near + "(" + ofStation.group(2) + ")";
        }
        String whole = Nearest.to(metric, words(Of.RUN));
        String ofOne = ofStep.matches() ? Nearest.to(ofStep.group(2), words(Of.STEP)) : "";
        return whole.isEmpty() && !ofOne.isEmpty() ? ofStep.group(1) + " " + ofOne : whole;
    }

    private static List<String> words(Of of) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.of() == of)
                .map(Metric::words)
                .toList();
    }

    /** Every metric, as it is written. */
    static List<String> metrics() {
        return Arrays.stream(Metric.values()).map(ObjectiveParser::form).toList();
    }

    private static String form(Metric metric) {
        return switch (metric.of()) {
            case RUN -> metric.words();
            case STEP -> "<step> " + metric.words();
            case STATION -> metric.words() + "(<station>)";
        };
    }
}
