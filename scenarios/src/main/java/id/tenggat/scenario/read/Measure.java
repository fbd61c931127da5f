package id.tenggat.scenario.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a quantity measures: its units, and how it is written. The first unit is the one that a bare number suggests. */
final class Measure {

    private static final String ANY_NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
    /** Room for a duration in nanoseconds, as an exact slice may be written. */
    private static final String LONG_NUMBER = "\\d{1,18}(?:\\.\\d{1,9})?";

    private static final String UP_TO_100 = "(?:100(?:\\.0{1,9})?|\\d{1,2}(?:\\.\\d{1,9})?)";

    /** In nanoseconds. */
    static final Measure DURATION = new Measure(
            "a duration",
            "as in 30s, 250ms or 1.5h; units: ns, us, ms, s, m, h, d",
            LONG_NUMBER,
            unit("s", 1_000_000_000L, "sec", "secs", "second", "seconds"),
            unit("ns", 1),
            unit("us", 1_000, "µs", "μs", "usec"),
            unit("ms", 1_000_000L, "msec", "millis"),
            unit("m", 60_000_000_000L, "min", "mins", "minute", "minutes"),
            unit("h", 3_600_000_000_000L, "hr", "hrs", "hour", "hours"),
            unit("d", 86_400_000_000_000L, "day", "days"));

    /** A day, so that every unit is a whole number. */
    static final Measure RATE = new Measure(
            "a rate",
            "as in 120/s, 60/m or 5/h; units: /s, /m, /h, /d",
            ANY_NUMBER,
            unit("/s", 86_400, "/sec", "/second", "ps", "rps", "persecond"),
            unit("/m", 1_440, "/min", "/minute", "perminute"),
            unit("/h", 24, "/hr", "/hour", "perhour"),
            unit("/d", 1, "/day", "perday"));

    /** In bytes. */
    static final Measure SIZE = new Measure(
            "a size",
            "as in 512B, 800KiB or 2MB; units: B, KB, MB, KiB, MiB",
            ANY_NUMBER,
            unit("B", 1, "b", "byte", "bytes"),
            unit("KB", 1_000, "kB", "kb", "K", "k"),
            unit("MB", 1_000_000, "mb", "M", "m"),
            unit("KiB", 1_024, "kib", "Kib", "kiB"),
            unit("MiB", 1_048_576, "mib", "Mib", "miB"));

    /** In hundredths. */
    static final Measure SHARE =
            new Measure("a share from 0% to 100%", "as in 99% or 0.5%", UP_TO_100, unit("%", 1, "percent", "pct"));

    private static final Pattern LOOSE = Pattern.compile("([-+]?[\\d.,_]*)(.*)", Pattern.DOTALL);

    private final String noun;
    private final String example;
    private final List<Unit> units;
    private final Pattern pattern;

    private Measure(String noun, String example, String number, Unit... units) {
        this.noun = noun;
        this.example = example;
        this.units = List.of(units);
        String words = this.units.stream().map(Unit::word).collect(Collectors.joining("|"));
        this.pattern = Pattern.compile("(" + number + ")(" + words + ")");
    }

    /** The size of one unit, and what else people call it. */
    private record Unit(String word, BigDecimal size, List<String> slips) {}

    private static Unit unit(String word, long size, String... slips) {
        return new Unit(word, BigDecimal.valueOf(size), List.of(slips));
    }

    /** What may stand there, for people. */
    String allowed() {
        return noun + ", " + example;
    }

    /** What may stand there if zero may not. */
    String allowedAboveZero() {
        return (this == SHARE ? "a share above 0% and up to 100%, " : noun + " above zero, ") + example;
    }

    /** The quantity, in the unit of this constant's description. */
    BigDecimal parse(String text) {
        return parse(text, allowed());
    }

    /** As {@link #parse}; zero is a fault too. */
    BigDecimal parseAboveZero(String text) {
        BigDecimal value = parse(text, allowedAboveZero());
        if (value.signum() == 0) {
            Mistake zero = Mistake.of("found " + text, allowedAboveZero());
            throw new PhraseException(Fault.Kind.STRUCTURE, text, 1, zero);
        }
        return value;
    }

    private BigDecimal parse(String text, String allowed) {
        return exact(text)
                .orElseThrow(() -> new PhraseException(
                        Fault.Kind.STRUCTURE, text, 1, new Mistake(whatIsWrong(text), allowed, meant(text))));
    }

    private Optional<BigDecimal> exact(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? units.stream()
                        .filter(unit -> unit.word().equals(matcher.group(2)))
                        .map(unit -> unit.size().multiply(new BigDecimal(matcher.group(1))))
                        .findFirst()
                : Optional.empty();
    }

    private String whatIsWrong(String text) {
        Matcher parts = loosely(text);
        String number = parts.group(1);
        String word = parts.group(2).strip();
        boolean hasUnit = units.stream().anyMatch(unit -> unit.word().equals(word));
        if (number.startsWith("-") && (hasUnit || word.isEmpty())) {
            return "found " + Node.Scalar.cut(text) + ", which is below zero";
        } else if (number.matches(ANY_NUMBER) && word.isEmpty()) {
            return "found " + number + " without a unit";
        } else if (number.matches("\\d.*") && !hasUnit && !word.isEmpty()) {
            return "found " + Node.Scalar.quoted(text) + ", whose unit " + Node.Scalar.quoted(word) + " is unknown";
        }
        return "found " + Node.Scalar.quoted(text);
    }

    /** The same text without what people often slip in: blanks, a decimal comma, a unit's other names, no unit. */
    private String meant(String text) {
        Matcher parts = loosely(text);
        String number = parts.group(1).replace(',', '.').replace("_", "");
        String word = parts.group(2).replace(" ", "");
        String unit = units.stream()
                .filter(known -> known.word().equals(word) || known.slips().contains(word))
                .map(Unit::word)
                .findFirst()
                .orElse(word.isEmpty() ? units.get(0).word() : word);
        String meant = number + unit;
        return exact(meant).isPresent() ? meant : "";
    }

    private static Matcher loosely(String text) {
        Matcher parts = LOOSE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("this pattern matches every text: " + LOOSE);
        }
        return parts;
    }
}
