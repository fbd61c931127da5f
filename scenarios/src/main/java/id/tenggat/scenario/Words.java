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
