package id.tenggat.summary;

import id.tenggat.recording.Provenance.Axis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The largest value of a run, and when it was first reached.
 *
 * @param at the first instant of the interval
 */
public record Peak(double value, int interval, Instant at) {

    /** The largest of the rows' values, the earliest if several are; rows without a number are left out. */
    static <T> Optional<Peak> of(List<T> rows, Axis axis, ToIntFunction<T> interval, ToDoubleFunction<T> value) {
        Optional<Peak> peak = Optional.empty();
        for (T row : rows) {
            double found = value.applyAsDouble(row);
            if (!Double.isNaN(found) && peak.map(p -> found > p.value()).orElse(true)) {
                int at = interval.applyAsInt(row);
                peak = Optional.of(new Peak(found, at, axis.startOf(at)));
            }
        }
        return peak;
    }
}
