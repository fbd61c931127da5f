package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Objective.Criterion;
import id.tenggat.scenario.Slice.Window;
import id.tenggat.scenario.read.MetricNames.Subject;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads objectives: a metric, what it is held against, and maybe a window of the calendar.
 *
 * <pre>
 *   objective  =  metric ( comparison bound | "no worse than baseline by" allowance ) [ "during" window ]
 *
 *   completed by deadline &gt;= 99%
 *   stamp-letter p99 &lt; 5s during 2024-09-06T20:00+07:00/4h
 *   utilisation(stamping) &lt;= 80% during last 2h
 *   stamp-letter p99 no worse than baseline by 10%
 * </pre>
 */
public final class ObjectiveParser {

    private static final Pattern NO_WORSE = Pattern.compile("(?<=^|\\s)no +worse +than +baseline(?=\\s|$)");
    private static final Pattern DURING = Pattern.compile("(?<=\\s)during(?=\\s|$)");

    private final String text;
    private final ZoneId zone;
    private final Inequality inequality;

    private ObjectiveParser(String text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
        this.inequality = new Inequality(text, List.of(Comparison.values()));
    }

    /**
     * Reads one objective. Whether its step or station is there is not known here.
     *
     * @param zone in which an instant without an offset is read: the calendar's
     * @throws PhraseException if it is none, with the column within the text
     */
    public static Objective parse(String text, ZoneId zone) {
        ObjectiveParser parser = new ObjectiveParser(text, zone);
        Matcher noWorse = NO_WORSE.matcher(text);
        return noWorse.find() ? parser.regression(noWorse) : parser.bounded();
    }

    private Objective bounded() {
        Subject subject = subject(inequality.subject());
        inequality.requireSign();
        Comparison comparison = inequality.comparison();
        int end = endOfCriterion(inequality.end());
        double bound = inequality.bound(subject.metric().unit(), inequality.end(), end);
        return objective(subject, new Bound(comparison, bound), end);
    }

    private Objective regression(Matcher noWorse) {
        String words = text.substring(0, noWorse.start()).strip().replaceAll(" +", " ");
        Subject subject = subject(words);
        int end = endOfCriterion(noWorse.end());
        Criterion allowed = inequality.part(
                noWorse.end(),
                end,
                rest -> Allowances.parse(rest, subject.metric().unit()));
        return objective(subject, allowed, end);
    }

    private Subject subject(String words) {
        return MetricNames.read(words).orElseThrow(() -> inequality.refusedSubject(MetricNames.unknown(words)));
    }

    private int endOfCriterion(int begin) {
        Matcher during = DURING.matcher(text).region(begin, text.length()).useTransparentBounds(true);
        return during.find() ? during.start() : text.length();
    }

    private Objective objective(Subject subject, Criterion criterion, int end) {
        Optional<Window> window = end == text.length() ? Optional.empty() : Optional.of(window(subject.metric(), end));
        return new Objective(text.strip(), subject.metric(), subject.of(), criterion, window);
    }

    private Window window(Metric metric, int during) {
        if (!metric.isOverTime()) {
            throw inequality.refused(
                    during,
                    Mistake.of(
                            "a window for " + metric.words() + ", which only the whole run has",
                            "no window, or a metric over time: latencies, shares of attempts, retry amplification,"
                                    + " wasted work, utilisation"));
        }
        return inequality.part(during + "during".length(), text.length(), rest -> WindowParser.parse(rest, zone));
    }
}
