package id.tenggat.verdict;

import id.tenggat.statistics.Interval;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure a value is.
 *
 * @param interval of confidence; empty where the value itself decides
 * @param worth how many independent cases would tell as much; empty if nobody has counted
 */
public record Certainty(Basis basis, Optional<Interval> interval, OptionalDouble worth) {

    /** Of a value that there is not. */
    static final Certainty NOTHING = byValue(Basis.NOTHING);

    /** Of what is no sample. */
    public static Certainty byValue(Basis basis) {
        return new Certainty(basis, Optional.empty(), OptionalDouble.empty());
    }

    /** From resamples. */
    public static Certainty resampled(Interval interval) {
        return new Certainty(Basis.UPS_AND_DOWNS, Optional.of(interval), OptionalDouble.empty());
    }

    /** From counting. */
    public static Certainty exact(Interval interval, double worth) {
        return new Certainty(Basis.EXACT, Optional.of(interval), OptionalDouble.of(worth));
    }
}
