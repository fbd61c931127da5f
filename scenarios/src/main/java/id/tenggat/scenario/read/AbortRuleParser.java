package id.tenggat.scenario.read;

import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.AbortRule.Condition;
import id.tenggat.scenario.AbortRule.Sign;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads abort rules, each a sign, a comparison, a bound in the sign's unit, and for how long:
 *
 * <pre>
 *   error rate &gt; 50% for 30s
 *   stamp-letter p99 &gt; 20s for 1m
 *   slip p99 &gt; 1s for 10s
 *   inside &gt; 100000
 * </pre>
 */
final class AbortRuleParser {

    static final String ALLOWED = "an abort rule, as in error rate > 50% for 30s";

    private static final List<Comparison> COMPARISONS = List.of(Comparison.ABOVE, Comparison.AT_LEAST);
    private static final Pattern OF_STEP = Pattern.compile("([a-z0-9][a-z0-9-]{0,31}) (.+)");
    private static final Pattern FOR = Pattern.compile(" +for( +|$)");

    private final String text;
    private final Inequality inequality;

    private AbortRuleParser(String text) {
        this.text = text;
        this.inequality = new Inequality(text, COMPARISONS);
    }

    /**
     * Reads one rule. Whether its step is there is not known here.
     *
     * @throws PhraseException if it is none, with the column within the text
     */
    static AbortRule parse(String text) {
        return new AbortRuleParser(text).rule();
    }

    private record Subject(Sign sign, Optional<String> step) {}

    private AbortRule rule() {
        Subject subject = subject(inequality.subject());
        inequality.requireSign();
        Comparison comparison = inequality.comparison();
        Matcher lasts = FOR.matcher(text);
        boolean isLasting = lasts.find(inequality.end());
        int boundEnd = isLasting ? lasts.start() : text.length();
        double bound = inequality.bound(subject.sign().unit(), inequality.end(), boundEnd);
        Duration lasting = isLasting ? lasting(lasts.end()) : once(subject.sign());
        return new AbortRule(text.strip(), new Condition(subject.sign(), subject.step(), comparison, bound), lasting);
    }

    private Subject subject(String words) {
        Matcher ofStep = OF_STEP.matcher(words);
        return Arrays.stream(Sign.values())
                .filter(sign -> sign.wordsOfAll().equals(words))
                .map(sign -> new Subject(sign, Optional.empty()))
                .findFirst()
                .or(() -> ofStep.matches() ? ofStep(ofStep) : Optional.empty())
                .orElseThrow(() -> unknown(words));
    }

    private static Optional<Subject> ofStep(Matcher words) {
        return Arrays.stream(Sign.values())
                .filter(sign -> sign.of() != Sign.Of.RUN && sign.words().equals(words.group(2)))
                .map(sign -> new Subject(sign, Optional.of(words.group(1))))
                .findFirst();
    }

    private PhraseException unknown(String words) {
        String found = words.isEmpty() ? "nothing to watch" : "unknown sign " + Node.Scalar.quoted(words);
        String near = Nearest.to(
                words, Arrays.stream(Sign.values()).map(Sign::wordsOfAll).toList());
        return inequality.refusedSubject(new Mistake(found, String.join(", ", forms()), near));
    }

    /** Everything that can be watched, as it is written. */
    private static List<String> forms() {
        return Arrays.stream(Sign.values())
                .flatMap(sign -> sign.of() == Sign.Of.RUN
                        ? Stream.of(sign.words())
                        : Stream.of(sign.wordsOfAll(), "<step> " + sign.words()))
                .toList();
    }

    /** How many are inside is known at every instant; everything else takes time to be told from chance. */
    private Duration once(Sign sign) {
        if (sign != Sign.INSIDE) {
            throw inequality.refused(text.stripTrailing().length(), noDuration());
        }
        return Duration.ZERO;
    }

    private static Mistake noDuration() {
        return Mistake.of("it does not say for how long", "for and a duration, as in for 30s");
    }

    private Duration lasting(int from) {
        if (text.substring(from).isBlank()) {
            throw inequality.refused(text.stripTrailing().length(), noDuration());
        }
        return inequality.part(from, text.length(), AbortRuleParser::duration);
    }

    private static Duration duration(String text) {
        Duration duration = Quantities.durationAboveZero(text);
        if (duration.compareTo(AbortRule.LONGEST) > 0) {
            throw new PhraseException(Kind.MEANING, text, 1, Mistake.of("found " + text, "a duration of at most 1h"));
        }
        return duration;
    }
}
