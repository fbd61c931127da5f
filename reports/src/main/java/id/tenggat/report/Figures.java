package id.tenggat.report;

import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Words;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.verdict.EnsembleJudge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the reports show them. */
final class Figures {

    /** Stands where there is no number. */
    static final String NONE = "–";

    private Figures() {}

    /** With commas: {@code 300,176}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count, but a dash for none: tables of failures should be quiet. */
    static String countOrNone(long value) {
        return value == 0 ? NONE : count(value);
    }

    /** Three significant digits in a fitting unit: {@code 312ms}. */
    static String latencyUs(long us) {
        long ns = new BigDecimal(us * 1_000).round(new MathContext(3)).longValueExact();
        return Words.durationNs(ns);
    }

    /** With one decimal; never 100 % if it is not all, never 0 % if it is not nothing. */
    static String percent(double share) {
        if (share < 1 && share > 0.9995) {
            return ">99.9%";
        }
        if (share > 0 && share < 0.0005) {
            return "<0.1%";
        }
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : NONE;
    }

    /** A rate with three significant digits, with commas from a thousand on. */
    static String perSecond(double rate) {
        if (rate >= 1_000) {
            return count(Math.round(rate)) + "/s";
        }
        return significant(rate) + "/s";
    }

    /** Three significant digits. */
    static String significant(double value) {
        return Words.number(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    /** A metric's value: {@code 1.24s}, {@code 99.31%}, {@code 1,204}. */
    static String of(Unit unit, double value) {
        return switch (unit) {
            case DURATION -> Words.durationNs(Math.round(value));
            case SHARE -> share(value);
            case RATIO -> Words.number(value);
            case COUNT -> count(Math.round(value));
        };
    }

    /** Four significant digits, but never 100 % if it is not all, nor dozens of zeros. */
    private static String share(double value) {
        if (value > 0 && value < 1e-6) {
            return "<0.0001%";
        }
        String rounded = Words.number(value * 100);
        return rounded.equals("100") && value < 1 ? ">99.99%" : rounded + "%";
    }

    /** Both ends of an interval; a question mark if nothing bounds it. */
    static String interval(Unit unit, Interval interval) {
        return of(unit, interval.low()) + " … " + (interval.isBounded() ? of(unit, interval.high()) : "?");
    }

    /** In how many of all runs something was so: {@code 19 of 20 runs (75.13% … 99.87%)}. */
    static String runs(Proportion proportion) {
        return proportion.hits() + " of " + proportion.runs() + " runs ("
                + interval(Unit.SHARE, proportion.interval(EnsembleJudge.CONFIDENCE)) + ")";
    }

    /** A signed distance from a bound; of shares in percentage points. */
    static String margin(Unit unit, double value) {
        String sign = value < 0 ? "-" : value > 0 ? "+" : "";
        double size = Math.abs(value);
        return sign + (unit == Unit.SHARE ? significant(size * 100) + " pt" : of(unit, size));
    }

    /** A signed number with two decimals at most, and its unit. */
    static String signed(double value, String unit) {
        String size = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        String sign = size.equals("0.00") ? "" : value < 0 ? "-" : "+";
        return sign + size + unit;
    }
}
