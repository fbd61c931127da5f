package id.tenggat.verdict;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Summary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds a recording's objectives against its numbers. What has no data is missed, never passed; what chance
 * may have decided is undecided.
 */
public final class Judge {

    private final Recording recording;
    private final Provenance provenance;
    private final Findings findings;
    private final List<String> doubts;
    private final Map<Objective, Regressions.Judged> regressions;

    private Judge(Findings findings, Optional<Against> against) {
        this.recording = findings.recording();
        this.provenance = recording.provenance();
        this.findings = findings;
        this.doubts = Trust.doubts(provenance, findings.summary());
        this.regressions = Regressions.of(provenance.objectives(), against, Regressions.LEVEL);
    }

    /** The verdict on a recording without a baseline. */
    public static Verdict judge(Recording recording, Summary summary) {
        return judge(new Findings(recording, summary), Optional.empty());
    }

    /**
     * The verdict on a recording, by the objectives and limits that it was made with.
     *
     * @param findings of the recording
     * @param against what regressions are judged by
     */
    public static Verdict judge(Findings findings, Optional<Against> against) {
        Judge judge = new Judge(findings, against);
        List<Row> rows = judge.provenance.objectives().stream().map(judge::row).toList();
        return Verdict.of(rows, judge.doubts);
    }

    private Row row(Objective objective) {
        return unjudged(objective)
                .map(why -> Row.without(objective, Outcome.NOT_JUDGED, why))
                .orElseGet(() -> judged(objective));
    }

    /** Why an objective can't be judged by this recording; empty if it can. */
    private Optional<String> unjudged(Objective objective) {
        Metric metric = objective.metric();
        if (metric.scope() == Metric.Scope.WHOLE && !provenance.part().whole()) {
            return Optional.of("a slice can't tell");
        } else if (metric.source() != Metric.Source.CLIENTS && !provenance.seesInside()) {
            return Optional.of(unseen(metric));
        }
        return objective
                .during()
                .filter(window -> Span.of(recording, window).isEmpty())
                .map(window -> "the run does not hold all of this window");
    }

    private static String unseen(Metric metric) {
        return metric.source() == Metric.Source.STATIONS
                ? "the target tells nothing of its stations"
                : "the target has no ledger that could be audited";
    }

    private Row judged(Objective objective) {
        Finding finding = findings.of(Figure.of(objective));
        if (finding.value().isEmpty()) {
            return Row.without(objective, Outcome.MISSED, "no data");
        }
        if (objective.criterion() instanceof Bound bound) {
            return new Row(objective, finding, Optional.of(bound), outcome(objective, bound, finding), "");
        }
        Regressions.Judged judged = Objects.requireNonNull(regressions.get(objective));
        return new Row(objective, finding, judged.bound(), judged.outcome(), judged.note());
    }

    private static Outcome outcome(Objective objective, Bound bound, Finding finding) {
        boolean holds = bound.holds(finding.value().getAsDouble());
        boolean isSure = finding.interval()
                .filter(interval -> !asksForAll(objective, bound))
                .map(interval -> bound.holds(interval.low()) == holds && bound.holds(interval.high()) == holds)
                .orElse(true);
        if (!isSure) {
            return Outcome.UNDECIDED;
        }
        return holds ? Outcome.HOLDS : Outcome.MISSED;
    }

    /** Whether a bound is about every single case of this run, as none and all are: no run, however long, would be sure of it. */
    private static boolean asksForAll(Objective objective, Bound bound) {
        return switch (bound.comparison()) {
            case EQUAL -> true;
            case AT_LEAST -> objective.metric().unit() == Metric.Unit.SHARE && bound.value() >= 1;
            case AT_MOST -> bound.value() <= 0;
            case ABOVE, BELOW -> false;
        };
    }
}
