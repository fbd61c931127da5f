package id.tenggat.recording;

import id.tenggat.recording.Provenance.Axis;
import id.tenggat.scenario.Slice.Window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Intervals of a recording that follow each other.
 *
 * @param from the first
 * @param to the first after them; at least from
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a span must go forward from 0 on, found " + from + " to " + to);
        }
    }

    /** All of a recording. */
    public static Span of(Recording recording) {
        return new Span(0, recording.timeline().size());
    }

    /**
     * The whole intervals that a window touches; empty if the recording does not hold all of the window ({@link Held}).
     */
    public static Optional<Span> of(Recording recording, Window window) {
        Axis axis = recording.provenance().axis();
        int written = recording.timeline().size();
        Instant begin = window.from(axis.deadline());
        long from = (long) Math.floor(intervals(axis, begin));
        long to = (long) Math.ceil(intervals(axis, begin.plus(window.length())));
        return Held.of(recording).holds(window, axis.deadline())
                ? Optional.of(new Span((int) Math.min(from, written), (int) Math.min(to, written)))
                : Optional.empty();
    }

    /** From the recording's origin to an instant. */
    private static double intervals(Axis axis, Instant instant) {
        Duration since = Duration.between(axis.origin(), instant);
        return (since.getSeconds() * 1e9 + since.getNano()) / axis.calendarNs();
    }

    /** How many they are. */
    public int length() {
        return to - from;
    }
}
