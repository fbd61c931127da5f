package id.tenggat.statistics;

import java.util.OptionalDouble;

/**
 * Where a series has become another one.
 *
 * @param index of the first value that is of the new kind, from 0
 * @param p how probable at most so clear a split is where nothing has changed; above 0
 * @param before median from the change point before it, or the series' beginning, until here
 * @param after median from here until the next change point, or the series' end
 */
public record ChangePoint(int index, double p, double before, double after) {

    /** How much more it is after than before, as a share of what it was before; empty if that was 0. */
    public OptionalDouble relativeChange() {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((after - before) / Math.abs(before));
    }
}
