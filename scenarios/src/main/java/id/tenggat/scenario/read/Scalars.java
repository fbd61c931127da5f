package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;
import id.tenggat.scenario.read.Node.Scalar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The shapes of single values. */
final class Scalars {

    /** The names of the tz database, in order, so that of two that are equally near always the same is told. */
    static final Set<String> ZONES = Collections.unmodifiableSet(new TreeSet<>(ZoneId.getAvailableZoneIds()));

    private static final int LONGEST_TITLE = 200;
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

    private Scalars() {}

    static Shape<Duration> duration() {
        return phrase(Measure.DURATION.allowed(), Quantities::duration);
    }

    static Shape<Duration> durationAboveZero() {
        return phrase(Measure.DURATION.allowedAboveZero(), Quantities::durationAboveZero);
    }

    static Shape<Double> share() {
        return phrase(Measure.SHARE.allowed(), Quantities::share);
    }

    static Shape<Double> shareAboveZero() {
        return phrase(Measure.SHARE.allowedAboveZero(), Quantities::shareAboveZero);
    }

    static Shape<Double> rate() {
        return phrase(Measure.RATE.allowedAboveZero(), Quantities::ratePerSecond);
    }

    static Shape<Long> size() {
        return phrase(Measure.SIZE.allowed(), Quantities::bytes);
    }

    /** An instant; without an offset it is read in this zone. */
    static Shape<Instant> instant(ZoneId zone) {
        return phrase(Quantities.INSTANT_ALLOWED, text -> Quantities.instant(text, zone));
    }

    /** A time zone of the tz database. */
    static Shape<ZoneId> zone() {
        String allowed = "a time zone, as in Asia/Jakarta";
        return phrase(allowed, text -> {
            if (!text.matches("[A-Za-z][A-Za-z0-9_+/-]*")) {
                throw refused(Kind.STRUCTURE, text, allowed);
            } else if (!ZONES.contains(text)) {
                String found = "no time zone is called " + Scalar.quoted(text);
                Mistake mistake = new Mistake(found, allowed, Nearest.to(text, ZONES));
                throw new PhraseException(Kind.MEANING, text, 1, mistake);
            }
            return ZoneId.of(text);
        });
    }

    /** The name of a step, a station or a third party. */
    static Shape<String> name() {
        return matching("a name of up to 32 lower-case letters, digits and dashes", NAME);
    }

    /** The name of a scenario, fit for a file name. */
    static Shape<String> scenarioName() {
        return matching("a name of up to 64 lower-case letters, digits and dashes", "[a-z0-9][a-z0-9-]{0,63}");
    }

    /** One line for people. */
    static Shape<String> title() {
        String allowed = "a text of 1 to " + LONGEST_TITLE + " characters";
        return phrase(allowed, text -> {
            int length = text.codePointCount(0, text.length());
            if (length < 1 || length > LONGEST_TITLE) {
                throw refused(Kind.STRUCTURE, text, allowed);
            }
            return text;
        });
    }

    /** A text of this pattern. */
    static Shape<String> matching(String allowed, String pattern) {
        return phrase(allowed, text -> {
            if (!text.matches(pattern)) {
                throw refused(Kind.STRUCTURE, text, allowed);
            }
            return text;
        });
    }

    private static PhraseException refused(Kind kind, String text, String allowed) {
        return new PhraseException(kind, text, 1, Mistake.of("found " + Scalar.quoted(text), allowed));
    }

    /** A text that a parser reads; its {@link PhraseException} becomes a fault at the column that it names. */
    static <T> Shape<T> phrase(String allowed, Function<String, T> parser) {
        return new Shape<>(allowed, (node, findings) -> {
            if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
                Part<T> part = parsed(scalar, findings, parser);
                return scalar.type() == Scalar.Type.TEXT ? part : quotesMissing(part, scalar, findings);
            }
            findings.structure(node, allowed);
            return Part.absent();
        });
    }

    private static <T> Part<T> parsed(Scalar scalar, Findings findings, Function<String, T> parser) {
        try {
            return Part.of(parser.apply(scalar.text()));
        } catch (PhraseException e) {
            Kind kind = scalar.type() == Scalar.Type.TEXT ? e.kind() : Kind.STRUCTURE;
            findings.add(kind, spot(scalar, e.column(), findings.source()), e.mistake());
            return Part.absent();
        }
    }

    /** A column of the text, as a spot in the file; the text's begin if the file has it in another form. */
    private static Spot spot(Scalar scalar, int column, Source source) {
        Spot begin = source.spotOf(scalar.text(), scalar.spot());
        boolean isVerbatim = source.holds(scalar.text(), begin);
        return isVerbatim && column > 1 ? begin.right(column - 1) : scalar.spot();
    }

    /** A number or a truth value that would be right as a text. */
    private static <T> Part<T> quotesMissing(Part<T> part, Scalar scalar, Findings findings) {
        if (part.isThere()) {
            Mistake mistake = Mistake.of("found " + scalar.described(), "a text; put it in quotes");
            findings.add(Kind.STRUCTURE, scalar.spot(), mistake);
        }
        return Part.absent();
    }
}
