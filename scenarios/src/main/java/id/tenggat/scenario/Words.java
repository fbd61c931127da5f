package id.tenggat.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Quantities as people read and write them: {@code 250ms}, {@code 1.5h}, {@code 12.5%}. */
public final class Words {

    private Words() {}

    /** A duration in its largest fitting unit with up to four digits: {@code 30s}, {@code 2h}, {@code 1.042d}. */
    public static String duration(Duration duration) {
        return durationNs(duration.toNanos());
    }

    /** As {@link #duration}, for nanoseconds. */
    public static String durationNs(long ns) {
        if (ns < 0) {
            return "-" + durationNs(-ns);
        }
        if (ns < 1_000) {
            return ns == 0 ? "0s" : ns + "ns";
        }
        if (ns < 1_000_000) {
            return number(ns / 1e3) + "us";
        }
        if (ns < 1_000_000_000L) {
            return number(ns / 1e6) + "ms";
        }
        double seconds = ns / 1e9;
        if (seconds < 120) {
            return number(seconds) + "s";
        }
        if (seconds < 7_200) {
            return number(seconds / 60) + "m";
        }
        return seconds < 172_800 ? number(seconds / 3_600) + "h" : number(seconds / 86_400) + "d";
    }

    /** A duration without rounding, in the largest unit that divides it: {@code 90m}, {@code 7201s}. */
    public static String exactly(Duration duration) {
        BigDecimal ns = BigDecimal.valueOf(duration.toSeconds())
                .scaleByPowerOfTen(9)
                .add(BigDecimal.valueOf(duration.toNanosPart()));
        for (Unit unit : Unit.values()) {
            BigDecimal[] parts = ns.divideAndRemainder(unit.ns);
            if (parts[1].signum() == 0 && ns.signum() != 0) {
                return parts[0].toPlainString() + unit.word;
            }
        }
        return "0s";
    }

    private enum Unit {
        DAYS("d", 86_400_000_000_000L),
        HOURS("h", 3_600_000_000_000L),
        MINUTES("m", 60_000_000_000L),
        SECONDS("s", 1_000_000_000L),
        MILLISECONDS("ms", 1_000_000L),
        MICROSECONDS("us", 1_000L),
        NANOSECONDS("ns", 1L);

        private final String word;
        private final BigDecimal ns;

        Unit(String word, long ns) {
            this.word = word;
            this.ns = BigDecimal.valueOf(ns);
        }
    }

    /** A number without rounding and without an exponent. */
    public static String exactly(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    /** A share as a percentage without rounding: {@code 12.5%}. */
    public static String percent(double share) {
        return (Double.isFinite(share) ? plain(BigDecimal.valueOf(share).movePointRight(2)) : Double.toString(share))
                + "%";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A metric's value with its unit, up to four significant digits: {@code 1.24s}, {@code 99.31%}. */
    public static String value(Metric.Unit unit, double value) {
        return switch (unit) {
            case DURATION -> durationNs(Math.round(value));
            case SHARE -> number(value * 100) + "%";
            case RATIO -> number(value);
            case COUNT -> Long.toString(Math.round(value));
        };
    }

    /** Up to four significant digits, no exponent, no trailing zeros. */
    public static String number(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value);
        rounded = rounded.round(new MathContext(4));
        if (Math.abs(value) >= 10_000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String plain = rounded.toPlainString();
        return plain.contains(".") ? plain.replaceAll("0+$", "").replaceAll("\\.$", "") : plain;
    }
}
