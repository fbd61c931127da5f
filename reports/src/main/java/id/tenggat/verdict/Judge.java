package id.tenggat.verdict;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Provenance;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Words;
import id.tenggat.summary.Latency;
import id.tenggat.summary.Shortage;
import id.tenggat.summary.Strain;
import id.tenggat.summary.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Holds a recording's objectives against its numbers. What has no data is missed, never passed. */
public final class Judge {

    private final Provenance provenance;
    private final Summary summary;

    private Judge(Provenance provenance, Summary summary) {
        this.provenance = provenance;
        this.summary = summary;
    }

    /** The verdict on a recording, by the objectives and limits that it was made with. */
    public static Verdict judge(Provenance provenance, Summary summary) {
        Judge judge = new Judge(provenance, summary);
        return Verdict.of(provenance.objectives().stream().map(judge::row).toList(), judge.invalidReasons());
    }

    private Row row(Objective objective) {
        Metric metric = objective.metric();
        if (metric.scope() == Metric.Scope.WHOLE && !provenance.part().whole()) {
            return new Row(objective, OptionalDouble.empty(), Outcome.NOT_JUDGED, "a slice can't tell");
        }
        if (metric.source() != Metric.Source.CLIENTS && !provenance.seesInside()) {
            return new Row(objective, OptionalDouble.empty(), Outcome.NOT_JUDGED, unseen(metric));
        }
        OptionalDouble observed = summary.value(metric, objective.subject());
        if (observed.isEmpty()) {
            return new Row(objective, observed, Outcome.MISSED, "no data");
        }
        boolean holds = objective.comparison().holds(observed.getAsDouble(), objective.bound());
        return new Row(objective, observed, holds ? Outcome.HOLDS : Outcome.MISSED, "");
    }

    private static String unseen(Metric metric) {
        return metric.source() == Metric.Source.STATIONS
                ? "the target tells nothing of its stations"
                : "the target has no ledger that could be audited";
    }

    private List<String> invalidReasons() {
        List<String> reasons = new ArrayList<>();
        switch (provenance.status()) {
            case RUNNING -> {
                if (provenance.invalidReasons().isEmpty()) {
                    reasons.add("the run was never finished: it still goes on, or its process was killed");
                }
            }
            case INTERRUPTED -> reasons.add("the run was interrupted before its end");
            case COMPLETE -> {}
        }
        reasons.addAll(provenance.invalidReasons());
        if (summary.traffic().sent() == 0) {
            reasons.add("no attempt was sent at all");
        }
        summary.slip().ifPresent(slip -> addIfLate(reasons, slip));
        summary.strain().ifPresent(strain -> addOwnFailures(reasons, strain));
        return reasons;
    }

    private void addIfLate(List<String> reasons, Latency slip) {
        long limitNs = provenance.limits().slipP99Ns();
        if (slip.p99Us() * 1_000 > limitNs) {
            reasons.add("attempts were sent too late: p99 of sent - due is %s, the limit %s%s"
                    .formatted(Words.durationNs(slip.p99Us() * 1_000), Words.durationNs(limitNs), why()));
        }
    }

    /** Most likely; empty where nobody measured. */
    private String why() {
        return summary.strain()
                .flatMap(
                        strain -> strain.shortage().map(shortage -> "; in %d of %d seconds, most of them because %s: %s"
                                .formatted(strain.behind(), strain.seconds(), shortage.words(), shortage.wayOut())))
                .orElse("");
    }

    private static void addOwnFailures(List<String> reasons, Strain strain) {
        addOwnFailures(reasons, strain.failures().of(ConnectFailure.NO_PORT), Shortage.PORTS);
        addOwnFailures(reasons, strain.failures().of(ConnectFailure.NO_FILE), Shortage.FILES);
    }

    private static void addOwnFailures(List<String> reasons, long failures, Shortage shortage) {
        if (failures > 0) {
            reasons.add("%,d attempts failed at the injector itself, because %s: %s"
                    .formatted(failures, shortage.words(), shortage.wayOut()));
        }
    }
}
