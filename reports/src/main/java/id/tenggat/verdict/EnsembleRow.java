package id.tenggat.verdict;

import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;

import java.util.Optional;

/**
 * One objective, judged by many runs.
 *
 * @param bound what the mean was held against; empty if there was nothing
 * @param observed in the metric's unit, of the runs that have data; empty if none has, or if not judged
 * @param mean the interval of the expected value; empty if fewer than two runs have data
 * @param held in how many of all runs it held: the mean may hide that some runs collapse
 * @param note why there is no number, or not from every run; empty otherwise
 */
public record EnsembleRow(
        Objective objective,
        Optional<Bound> bound,
        Optional<Sample> observed,
        Optional<Interval> mean,
        Optional<Proportion> held,
        Outcome outcome,
        String note) {

    static EnsembleRow without(Objective objective, Outcome outcome, String note) {
        return new EnsembleRow(
                objective, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), outcome, note);
    }
}
