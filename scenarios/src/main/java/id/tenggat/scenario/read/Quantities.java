package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Quantities as people write them. Every method throws {@link PhraseException} for a text that is none. */
public final class Quantities {

    /** The longest duration: engines count nanoseconds in a long, and a calendar has room for many of these. */
    public static final Duration LONGEST = Duration.ofDays(1000);

    static final String INSTANT_ALLOWED = "an instant, as in 2024-09-06T23:59 or 2024-09-06T23:59+07:00";

    private static final Pattern INSTANT = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
            + "T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)?");

    private Quantities() {}

    /** {@code 250ms}, {@code 1.5h}: 0 to 1000 days, rounded to nanoseconds, but above zero never to zero. */
    public static Duration duration(String text) {
        return duration(text, Measure.DURATION.parse(text));
    }

    /** As {@link #duration(String)}, longer than zero. */
    public static Duration durationAboveZero(String text) {
        return duration(text, Measure.DURATION.parseAboveZero(text));
    }

    /** {@code 99%}, {@code 0.5%}: 0 to 1. */
    public static double share(String text) {
        return share(Measure.SHARE.parse(text));
    }

    /** As {@link #share(String)}, above 0. */
    public static double shareAboveZero(String text) {
        return share(Measure.SHARE.parseAboveZero(text));
    }

    /** {@code 120/s}, {@code 60/m}, {@code 5/h}: a second, above 0. */
    public static double ratePerSecond(String text) {
        BigDecimal perDay = Measure.RATE.parseAboveZero(text);
        return perDay.divide(BigDecimal.valueOf(86_400), MathContext.DECIMAL64).doubleValue();
    }

    /** {@code 800KiB}, {@code 2MB}, {@code 512B}: bytes, rounded up to whole ones. */
    public static long bytes(String text) {
        return Measure.SIZE.parse(text).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /**
     * An instant with an offset, {@code 2024-09-06T23:59+07:00}, or without one, {@code 2024-09-06T23:59}; seconds and
     * their fraction may follow the minutes. Years 2000 to 2099.
     *
     * @param zone in which an instant without an offset is read
     */
    public static Instant instant(String text, ZoneId zone) {
        if (!INSTANT.matcher(text).matches()) {
            Mistake mistake = new Mistake("found " + Node.Scalar.quoted(text), INSTANT_ALLOWED, meantInstant(text));
            throw new PhraseException(Kind.STRUCTURE, text, 1, mistake);
        }
        try {
            boolean isLocal = text.length() < 17 || !text.substring(16).matches(".*[Z+-].*");
            return isLocal
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            Mistake mistake = Mistake.of("found " + text + ", a day that no calendar has", INSTANT_ALLOWED);
            throw new PhraseException(Kind.MEANING, text, 1, mistake);
        }
    }

    private static String meantInstant(String text) {
        String meant = text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T").replaceFirst("(?<=:\\d\\d) (?=[+-])", "");
        meant = meant.replaceFirst("T(\\d):", "T0$1:").replaceFirst("(?<=\\d)\\.(?=\\d\\d$)", ":");
        return INSTANT.matcher(meant).matches() ? meant : "";
    }

    private static Duration duration(String text, BigDecimal ns) {
        if (ns.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
            Mistake mistake = Mistake.of("found " + text, "a duration of at most 1000d");
            throw new PhraseException(Kind.MEANING, text, 1, mistake);
        }
        long rounded = ns.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Duration.ofNanos(ns.signum() > 0 ? Math.max(1, rounded) : 0);
    }

    private static double share(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }
}
