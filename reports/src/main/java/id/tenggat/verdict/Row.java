package id.tenggat.verdict;

import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One objective, judged.
 *
 * @param bound what the observed value was held against; empty if there was nothing
 * @param note why it was missed without a number, or not judged; of a regression, how it compares with before; else empty
 */
public record Row(Objective objective, Finding finding, Optional<Bound> bound, Outcome outcome, String note) {

    static Row without(Objective objective, Outcome outcome, String note) {
        return new Row(objective, Finding.NOTHING, Optional.empty(), outcome, note);
    }

    /** In the metric's unit; empty without data, or if not judged. */
    public OptionalDouble observed() {
        return finding.value();
    }

    /**
     * How far the observed value is on the good side of the bound, in the metric's unit; negative on the bad side. For an
     * objective of equality 0 or negative. Empty of a regression: several runs may have decided it.
     */
    public OptionalDouble margin() {
        return observed().isPresent() && bound.isPresent() && objective.criterion() instanceof Bound
                ? OptionalDouble.of(margin(bound.get(), observed().getAsDouble()))
                : OptionalDouble.empty();
    }

    private static double margin(Bound bound, double observed) {
        double above = observed - bound.value();
        return switch (bound.comparison()) {
            case AT_LEAST, ABOVE -> above;
            case AT_MOST, BELOW -> above == 0 ? 0 : -above;
            case EQUAL -> above == 0 ? 0 : -Math.abs(above);
        };
    }

    /** Why an undecided objective makes the run INVALID. */
    String doubt() {
        return "undecided: " + objective.text() + "; "
                + (note.isEmpty() ? "chance may have decided: measure for longer, or several times" : note);
    }
}
