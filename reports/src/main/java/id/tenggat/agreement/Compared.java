package id.tenggat.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measure of two recordings, in the measure's unit.
 *
 * @param step of measures that have one
 * @param first empty without data, as {@code second}
 * @param allowed how far they may lie apart; 0 without data
 * @param note why it was not judged, or is outside without a number; empty otherwise
 * @param at where two curves lie farthest apart; empty of all else
 */
public record Compared(
        Measure measure,
        Optional<String> step,
        OptionalDouble first,
        OptionalDouble second,
        double allowed,
        Likeness likeness,
        String note,
        Optional<Instant> at) {

    /** Judged by the measure's tolerance; without data on either side not judged, on one side outside. */
    static Compared of(Measure measure, Optional<String> step, OptionalDouble first, OptionalDouble second) {
        if (first.isEmpty() && second.isEmpty()) {
            return new Compared(measure, step, first, second, 0, Likeness.NOT_JUDGED, "no data", Optional.empty());
        } else if (first.isEmpty() || second.isEmpty()) {
            return new Compared(
                    measure, step, first, second, 0, Likeness.OUTSIDE, "no data on one side", Optional.empty());
        }
        double allowed = measure.tolerance().allowed(first.getAsDouble());
        boolean within = Math.abs(second.getAsDouble() - first.getAsDouble()) <= allowed;
        return new Compared(
                measure,
                step,
                first,
                second,
                allowed,
                within ? Likeness.WITHIN : Likeness.OUTSIDE,
                "",
                Optional.empty());
    }

    Compared at(Instant instant) {
        return new Compared(measure, step, first, second, allowed, likeness, note, Optional.of(instant));
    }

    Compared notJudged(String why) {
        return new Compared(measure, step, first, second, allowed, Likeness.NOT_JUDGED, why, at);
    }

    /** Second less first, in the measure's unit; empty without data on either side. */
    public OptionalDouble difference() {
        return first.isPresent() && second.isPresent()
                ? OptionalDouble.of(second.getAsDouble() - first.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How much of what is allowed the difference takes: 1 and less is within; empty without data on either side. */
    public OptionalDouble used() {
        OptionalDouble difference = difference();
        return difference.isPresent() && allowed > 0
                ? OptionalDouble.of(Math.abs(difference.getAsDouble()) / allowed)
                : OptionalDouble.empty();
    }
}
