package id.tenggat.verdict;

import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One objective, judged by many runs.
 *
 * @param bound what the mean was held against; empty if there was nothing
 * @param sample in the metric's unit, of the runs that have data; empty if none has, or if not judged
 * @param interval of the expected value; empty if fewer than two runs have data
 * @param held in how many of all runs it held: the mean may hide that some runs collapse
 * @param margin of the mean; of a regression, how far the median before, shifted as it seems, is on the good side
 * @param note why there is no number, or not from every run; empty otherwise
 */
public record EnsembleRow(
        Objective objective,
        Optional<Bound> bound,
        Optional<Sample> sample,
        Optional<Interval> interval,
        Optional<Proportion> held,
        Outcome outcome,
        OptionalDouble margin,
        String note)
        implements JudgedObjective {

    static EnsembleRow without(Objective objective, Outcome outcome, String note) {
        return new EnsembleRow(
                objective,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                OptionalDouble.empty(),
                note);
    }

    @Override
    public OptionalDouble observed() {
        return sample.map(observed -> OptionalDouble.of(observed.mean())).orElseGet(OptionalDouble::empty);
    }

    @Override
    public String wayOut() {
        return note.isEmpty() ? "more replications may tell" : note;
    }
}
