package id.tenggat.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a scenario a run plays. Applied by {@code id.tenggat.slice.Slicer}.
 *
 * @param window only what is due in it; empty: the whole calendar
 * @param fraction share of the applicants, thinned by a keyed draw; stations shrink alike; above 0 and up to 1
 * @param timeLapse how many times faster people and incidents run, 1 or more; stations grow alike, service times and
 *     client timeouts stay
 * @param coming when the applicants come
 * @param payloads share of their size that requests' bodies have, above 0 and up to 1
 */
public record Slice(Optional<Window> window, double fraction, double timeLapse, Coming coming, double payloads) {

    /** The scenario as it is written. */
    public static final Slice WHOLE = new Slice(Optional.empty(), 1, 1);

    /** When the applicants of a slice come. */
    public enum Coming {
        /** As the scenario's arrivals say. */
        AS_PLANNED,
        /**
         * Evenly over the whole calendar, so that its rush stays within what one machine can send; and whoever has come may
         * finish after the deadline. Asks for the throughput of the whole, not for the deadline.
         */
        LEVELLED
    }

    /** A span of the calendar. */
    public sealed interface Window {

        /** From an instant on. */
        record At(Instant from, Duration length) implements Window {
            public At {
                Require.positive("a window", length);
            }
        }

        /** The last span before the planned or extended deadline. */
        record Last(Duration length) implements Window {
            public Last {
                Require.positive("a window", length);
            }
        }

        /** The first instant of this window on a calendar. */
        default Instant from(Calendar calendar) {
            return from(calendar.closesFinally());
        }

        /** The first instant of this window before a last deadline. */
        default Instant from(Instant deadline) {
            return this instanceof At at ? at.from() : deadline.minus(length());
        }

        /** How long it is. */
        Duration length();

        /** As on the command line and in objectives, exactly: {@code last 2h}. */
        default String words() {
            return this instanceof At at
                    ? at.from() + "/" + Words.exactly(at.length())
                    : "last " + Words.exactly(length());
        }
    }

    public Slice {
        Require.that(
                fraction > 0 && fraction <= 1, "fraction must lie above 0% and up to 100%", Words.percent(fraction));
        Require.that(timeLapse >= 1 && timeLapse <= 1e6, "time-lapse must lie between 1 and 1,000,000", timeLapse);
        Require.that(
                coming == Coming.AS_PLANNED || window.isEmpty(),
                "levelled takes the whole calendar, no window",
                window);
        Require.that(
                payloads > 0 && payloads <= 1, "payloads must lie above 0% and up to 100%", Words.percent(payloads));
    }

    /** Whose applicants come as planned, with bodies of full size. */
    public Slice(Optional<Window> window, double fraction, double timeLapse) {
        this(window, fraction, timeLapse, Coming.AS_PLANNED, 1);
    }

    /** The same with another share of the applicants. */
    public Slice withFraction(double other) {
        return new Slice(window, other, timeLapse, coming, payloads);
    }

    /** True if this slice leaves nothing out and changes nothing. */
    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** As on the command line, exactly: {@code last 2h, fraction 5%, time-lapse 60}. */
    @Override
    public String toString() {
        if (isWhole()) {
            return "whole";
        }
        StringBuilder text = new StringBuilder();
        window.ifPresent(span -> append(text, span.words()));
        if (fraction != 1) {
            append(text, "fraction " + Words.percent(fraction));
        }
        if (timeLapse != 1) {
            append(text, "time-lapse " + Words.exactly(timeLapse));
        }
        if (coming == Coming.LEVELLED) {
            append(text, "levelled");
        }
        if (payloads != 1) {
            append(text, "payloads " + Words.percent(payloads));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(text.isEmpty() ? "" : ", ").append(part);
    }
}
