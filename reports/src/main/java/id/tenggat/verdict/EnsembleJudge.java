package id.tenggat.verdict;

import id.tenggat.recording.Held;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds objectives against many runs. An objective holds if the whole interval of the expected value lies on the good side
 * of its bound, is missed if all of it lies on the bad side, and is undecided in between; where a run has no data it can't
 * hold. One of equality must hold in every run.
 */
public final class EnsembleJudge {

    /** Of every interval that is shown, and of all that decide together. */
    public static final double CONFIDENCE = 0.95;

    private static final Figure COMPLETED = new Figure(Metric.COMPLETED_BY_DEADLINE, Optional.empty());

    private final Ensemble ensemble;
    private final double confidence;
    private final Map<Objective, Regressions.Judged> regressions;

    private EnsembleJudge(Ensemble ensemble, double confidence, List<Observation> baseline) {
        this.ensemble = ensemble;
        this.confidence = confidence;
        Optional<Against> against =
                baseline.isEmpty() ? Optional.empty() : Optional.of(new Against(baseline, Observation.of(ensemble)));
        double level = Regressions.LEVEL * (1 - confidence) / (1 - CONFIDENCE);
        this.regressions = Regressions.of(ensemble.scenario().objectives(), against, level);
    }

    /**
     * The verdict on runs, by the objectives of their scenario.
     *
     * @param confidence of the intervals that decide: {@link #CONFIDENCE}, or more where runs are looked at several times
     * @param baseline runs of the same question before; empty if there is none
     */
    public static EnsembleVerdict judge(Ensemble ensemble, double confidence, List<Observation> baseline) {
        EnsembleJudge judge = new EnsembleJudge(ensemble, confidence, baseline);
        List<EnsembleRow> rows =
                ensemble.scenario().objectives().stream().map(judge::row).toList();
        List<String> doubts = judge.doubts();
        return new EnsembleVerdict(Status.of(rows, doubts), confidence, rows, judge.everybodyDone(), doubts);
    }

    private List<String> doubts() {
        return ensemble.isComplete()
                ? List.of()
                : List.of("interrupted: only %d of %d replications ended"
                        .formatted(ensemble.runs().size(), ensemble.asked()));
    }

    private EnsembleRow row(Objective objective) {
        Metric metric = objective.metric();
        if (metric.scope() == Metric.Scope.WHOLE && !ensemble.scenario().slice().isWhole()) {
            return EnsembleRow.without(objective, Outcome.NOT_JUDGED, "a slice can't tell");
        }
        Instant deadline = ensemble.scenario().calendar().closesFinally();
        Held held = Held.of(ensemble.scenario());
        if (objective.during().filter(window -> !held.holds(window, deadline)).isPresent()) {
            return EnsembleRow.without(objective, Outcome.NOT_JUDGED, "the runs do not hold all of this window");
        }
        double[] observed = ensemble.observed(Figure.of(objective));
        if (observed.length == 0) {
            return EnsembleRow.without(objective, Outcome.MISSED, "no data");
        }
        return objective.criterion() instanceof Bound bound
                ? row(objective, bound, Sample.of(observed))
                : regression(objective, Sample.of(observed));
    }

    private EnsembleRow row(Objective objective, Bound bound, Sample sample) {
        int runs = ensemble.runs().size();
        Proportion held = new Proportion(held(objective, bound), runs);
        Optional<Interval> mean = mean(objective.metric(), sample);
        Outcome outcome = mean.map(interval -> outcome(bound, interval, held)).orElse(Outcome.UNDECIDED);
        boolean everyRunTells = sample.size() == runs;
        return new EnsembleRow(
                objective,
                Optional.of(bound),
                Optional.of(sample),
                mean,
                Optional.of(held),
                everyRunTells || outcome == Outcome.MISSED ? outcome : Outcome.UNDECIDED,
                OptionalDouble.of(Row.margin(bound, sample.mean())),
                everyRunTells ? "" : withoutData(sample));
    }

    private EnsembleRow regression(Objective objective, Sample sample) {
        Regressions.Judged judged = Objects.requireNonNull(regressions.get(objective));
        boolean everyRunTells = sample.size() == ensemble.runs().size();
        return new EnsembleRow(
                objective,
                judged.bound(),
                Optional.of(sample),
                mean(objective.metric(), sample),
                judged.bound()
                        .map(bound -> new Proportion(
                                held(objective, bound), ensemble.runs().size())),
                everyRunTells || judged.outcome() != Outcome.HOLDS ? judged.outcome() : Outcome.UNDECIDED,
                judged.margin(),
                everyRunTells ? judged.note() : withoutData(sample));
    }

    private String withoutData(Sample sample) {
        int runs = ensemble.runs().size();
        return "no data in %d of %d runs".formatted(runs - sample.size(), runs);
    }

    private int held(Objective objective, Bound bound) {
        List<OptionalDouble> held = new ArrayList<>(ensemble.values(Figure.of(objective)));
        held.removeIf(value -> value.isEmpty() || !bound.holds(value.getAsDouble()));
        return held.size();
    }

    private Optional<Interval> mean(Metric metric, Sample sample) {
        return sample.size() < 2 ? Optional.empty() : Optional.of(possible(metric, sample.meanInterval(confidence)));
    }

    /** The interval of a metric's expected value: that of a share lies between 0 and 1, and no metric is negative. */
    public static Interval possible(Metric metric, Sample sample) {
        return possible(metric, sample.meanInterval(CONFIDENCE));
    }

    /** The part of an interval that a metric may have. */
    static Interval possible(Metric metric, Interval interval) {
        return interval.within(0, metric.unit() == Metric.Unit.SHARE ? 1 : Double.POSITIVE_INFINITY);
    }

    private static Outcome outcome(Bound bound, Interval mean, Proportion held) {
        if (bound.comparison() == Comparison.EQUAL) {
            return held.hits() == held.runs() ? Outcome.HOLDS : Outcome.MISSED;
        }
        boolean low = bound.holds(mean.low());
        boolean high = bound.holds(mean.high());
        if (low != high) {
            return Outcome.UNDECIDED;
        }
        return low ? Outcome.HOLDS : Outcome.MISSED;
    }

    private Optional<Proportion> everybodyDone() {
        if (!ensemble.figures().contains(COMPLETED) || ensemble.runs().isEmpty()) {
            return Optional.empty();
        }
        int done = (int) ensemble.values(COMPLETED).stream()
                .filter(share -> share.isPresent() && share.getAsDouble() == 1)
                .count();
        return Optional.of(new Proportion(done, ensemble.runs().size()));
    }
}
