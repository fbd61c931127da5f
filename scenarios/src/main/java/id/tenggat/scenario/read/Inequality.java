package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.read.Fault.Kind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text that compares something to a bound, taken apart: what stands before the sign, the sign, and what follows it. */
final class Inequality {

    private static final Pattern SIGN = Pattern.compile("[<>=!≤≥≠]+");
    private static final Map<String, String> SLIPS =
            Map.of("=>", ">=", "=<", "<=", "=", "==", "===", "==", "≥", ">=", "≤", "<=");

    private final String text;
    private final List<Comparison> allowed;
    private final Matcher sign;
    private final boolean compares;

    /** @param allowed the comparisons that may stand there */
    Inequality(String text, List<Comparison> allowed) {
        this.text = text;
        this.allowed = allowed;
        this.sign = SIGN.matcher(text);
        this.compares = sign.find();
    }

    /** What is compared, with single blanks: all of the text if it has no sign. */
    String subject() {
        String words = compares ? text.substring(0, sign.start()) : text;
        return words.strip().replaceAll(" +", " ");
    }

    /** @throws PhraseException if there is no sign */
    void requireSign() {
        if (!compares) {
            throw refused(text.length(), Mistake.of("no comparison", signs() + " and a bound"));
        }
    }

    Comparison comparison() {
        return allowed.stream()
                .filter(comparison -> comparison.sign().equals(sign.group()))
                .findFirst()
                .orElseThrow(() -> {
                    boolean isOther = Arrays.stream(Comparison.values())
                            .anyMatch(other -> other.sign().equals(sign.group()));
                    String found = (isOther ? "found " : "unknown comparison ") + Node.Scalar.cut(sign.group());
                    String meant = SLIPS.getOrDefault(sign.group(), "");
                    boolean fits = allowed.stream().anyMatch(one -> one.sign().equals(meant));
                    return refused(sign.start(), new Mistake(found, signs(), fits ? meant : ""));
                });
    }

    private String signs() {
        return allowed.stream().map(Comparison::sign).collect(Collectors.joining(", "));
    }

    /** Where in the text what follows the sign begins. */
    int end() {
        return sign.end();
    }

    /** The bound, which stands in this part of the text. */
    double bound(Metric.Unit unit, int from, int to) {
        return part(from, to, rest -> bound(unit, rest));
    }

    /** What this reads of a part of the text, without blanks around it; its faults are told at their columns in the whole. */
    <T> T part(int from, int to, Function<String, T> reading) {
        String rest = text.substring(from, to);
        int begin = from + rest.length() - rest.stripLeading().length();
        try {
            return reading.apply(rest.strip());
        } catch (PhraseException e) {
            throw e.within(text, columns(begin));
        }
    }

    private static double bound(Metric.Unit unit, String bound) {
        return switch (unit) {
            case DURATION -> Quantities.duration(bound).toNanos();
            case SHARE -> Quantities.share(bound);
            case RATIO -> number(bound, "\\d{1,9}(\\.\\d{1,9})?", "a number without a unit, as in 1.5");
            case COUNT -> count(bound);
        };
    }

    /** A whole number. */
    static double count(String bound) {
        return number(bound, "\\d{1,9}", "a whole number, as in 0");
    }

    private static double number(String bound, String pattern, String allowed) {
        if (!bound.matches(pattern)) {
            Mistake mistake = Mistake.of("found " + Node.Scalar.quoted(bound), allowed);
            throw new PhraseException(Kind.STRUCTURE, bound, 1, mistake);
        }
        return Double.parseDouble(bound);
    }

    /** The fault at the subject. */
    PhraseException refusedSubject(Mistake mistake) {
        return refused(text.length() - text.stripLeading().length(), mistake);
    }

    PhraseException refused(int index, Mistake mistake) {
        return new PhraseException(Kind.STRUCTURE, text, columns(index) + 1, mistake);
    }

    /** Code points before an index. */
    private int columns(int index) {
        return text.codePointCount(0, index);
    }
}
