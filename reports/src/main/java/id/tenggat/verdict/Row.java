package id.tenggat.verdict;

import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.statistics.Interval;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One objective, judged.
 *
 * @param bound what the observed value was held against; empty if there was nothing
 * @param note why it was missed without a number, or not judged; of a regression, how it compares with before; else empty
 */
public record Row(Objective objective, Finding finding, Optional<Bound> bound, Outcome outcome, String note)
        implements JudgedObjective {

    static Row without(Objective objective, Outcome outcome, String note) {
        return new Row(objective, Finding.NOTHING, Optional.empty(), outcome, note);
    }

    @Override
    public OptionalDouble observed() {
        return finding.value();
    }

    @Override
    public Optional<Interval> interval() {
        return finding.interval();
    }

    /** Empty of a regression too: several runs may have decided it. */
    @Override
    public OptionalDouble margin() {
        return observed().isPresent() && bound.isPresent() && objective.criterion() instanceof Bound
                ? OptionalDouble.of(margin(bound.get(), observed().getAsDouble()))
                : OptionalDouble.empty();
    }

    /** How far a value is on the good side of a bound. */
    static double margin(Bound bound, double observed) {
        double above = observed - bound.value();
        return switch (bound.comparison()) {
            case AT_LEAST, ABOVE -> above;
            case AT_MOST, BELOW -> above == 0 ? 0 : -above;
            case EQUAL -> above == 0 ? 0 : -Math.abs(above);
        };
    }

    @Override
    public String wayOut() {
        String why = finding.certainty().basis() == Basis.EXACT ? "too few cases" : "chance may have decided";
        return note.isEmpty() ? why + ": measure for longer, or several times" : note;
    }
}
