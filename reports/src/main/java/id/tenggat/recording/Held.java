package id.tenggat.recording;

import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice.Window;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of the calendar that a run holds, and so which windows can be asked of it: the same for a recording and for runs of which
 * only numbers are left.
 *
 * @param from its first instant
 * @param until the first after it; empty if the run ended because nothing more was to come: nothing happened after that, and so is known
 */
public record Held(Instant from, Optional<Instant> until) {

    /** What was recorded. */
    static Held of(Recording recording) {
        Provenance provenance = recording.provenance();
        return new Held(
                provenance.axis().origin(),
                provenance.part().mayEndEarly()
                        ? Optional.of(
                                provenance.axis().startOf(recording.timeline().size()))
                        : Optional.empty());
    }

    /** What every whole run of a (sliced) scenario holds. */
    public static Held of(Scenario scenario) {
        return new Held(
                scenario.timeline().instantAt(0),
                scenario.slice().window().filter(Window.At.class::isInstance).map(window -> window.from(
                                scenario.calendar())
                        .plus(window.length())));
    }

    /** Whether it holds all of a window. */
    public boolean holds(Window window, Instant deadline) {
        Instant begin = window.from(deadline);
        return !begin.isBefore(from)
                && until.map(end -> !begin.plus(window.length()).isAfter(end)).orElse(true);
    }
}
