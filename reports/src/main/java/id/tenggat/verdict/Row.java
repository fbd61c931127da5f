package id.tenggat.verdict;

import id.tenggat.scenario.Objective;

import java.util.OptionalDouble;

/**
 * One objective, judged.
 *
 * @param observed in the metric's unit; empty without data, or if not judged
 * @param note why it was missed without a number, or not judged; empty otherwise
 */
public record Row(Objective objective, OptionalDouble observed, Outcome outcome, String note) {

    /**
     * How far the observed value is on the good side of the bound, in the metric's unit; negative on the bad side. For an
     * objective of equality 0 or negative.
     */
    public OptionalDouble margin() {
        if (observed.isEmpty()) {
            return observed;
        }
        double above = observed.getAsDouble() - objective.bound();
        return OptionalDouble.of(
                switch (objective.comparison()) {
                    case AT_LEAST, ABOVE -> above;
                    case AT_MOST, BELOW -> above == 0 ? 0 : -above;
                    case EQUAL -> above == 0 ? 0 : -Math.abs(above);
                });
    }
}
