package id.tenggat.summary;

import java.util.OptionalDouble;

/** A part of a whole. */
final class Ratio {

    private Ratio() {}

    /** Empty if there is no whole. */
    static OptionalDouble of(long part, long whole) {
        return of((double) part, (double) whole);
    }

    /** Empty if there is no whole. */
    static OptionalDouble of(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
