package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.scenario.read.Fault.Kind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads by how much a value may be worse than before: {@code by 10%} of it, or by a size in its unit. A share's own size is
 * in points, {@code by 2pt}, for 10 % of 99 % is nothing that anybody means.
 */
final class Allowances {

    private static final Pattern BY = Pattern.compile("by\\s+(.*)", Pattern.DOTALL);
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,9})?) ?pt");

    private Allowances() {}

    static NoWorse parse(String text, Unit unit) {
        Matcher by = BY.matcher(text);
        if (!by.matches()) {
            String found = text.isEmpty() ? "no allowance" : "found " + Node.Scalar.quoted(text);
            throw new PhraseException(Kind.STRUCTURE, text, 1, Mistake.of(found, "by and " + allowed(unit)));
        }
        try {
            return size(by.group(1), unit);
        } catch (PhraseException e) {
            throw e.within(text, text.codePointCount(0, by.start(1)));
        }
    }

    private static NoWorse size(String size, Unit unit) {
        return switch (unit) {
            case SHARE -> new NoWorse(0, points(size));
            case DURATION ->
                size.endsWith("%")
                        ? new NoWorse(Quantities.share(size), 0)
                        : new NoWorse(0, Quantities.duration(size).toNanos());
            case RATIO -> new NoWorse(Quantities.share(size), 0);
            case COUNT -> new NoWorse(0, Inequality.count(size));
        };
    }

    private static double points(String size) {
        Matcher points = POINTS.matcher(size);
        if (!points.matches()) {
            String meant = size.replaceFirst("%$", "pt");
            Mistake mistake = new Mistake(
                    "found " + Node.Scalar.quoted(size),
                    allowed(Unit.SHARE),
                    POINTS.matcher(meant).matches() ? meant : "");
            throw new PhraseException(Kind.STRUCTURE, size, 1, mistake);
        }
        return Double.parseDouble(points.group(1)) / 100;
    }

    private static String allowed(Unit unit) {
        return switch (unit) {
            case SHARE -> "percentage points, as in 2pt";
            case DURATION -> "a share of the value before, as in 10%, or a duration, as in 50ms";
            case RATIO -> "a share of the value before, as in 10%";
            case COUNT -> "a whole number, as in 0";
        };
    }
}
