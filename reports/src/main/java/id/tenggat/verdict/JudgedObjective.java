package id.tenggat.verdict;

import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.statistics.Interval;

import java.util.Optional;
import java.util.OptionalDouble;

/** One objective, judged by one run or by many. */
public sealed interface JudgedObjective permits Row, EnsembleRow {

    Objective objective();

    /** What the observed value was held against; empty if there was nothing. */
    Optional<Bound> bound();

    Outcome outcome();

    /** Why it was missed without a number, or not judged; of a regression, how it compares with before; else empty. */
    String note();

    /** A run's value, or the mean of many; in the metric's unit; empty without data, or if not judged. */
    OptionalDouble observed();

    /** Of confidence; empty where there is none. */
    Optional<Interval> interval();

    /**
     * How far the observed value is on the good side of the bound, in the metric's unit; negative on the bad side. For an
     * objective of equality 0 or negative. Empty where something else than the observed value was held against the bound.
     */
    OptionalDouble margin();

    /** What may decide it if it is undecided. */
    String wayOut();
}
