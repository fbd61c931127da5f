package id.tenggat.verdict;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Provenance;
import id.tenggat.scenario.Words;
import id.tenggat.summary.Latency;
import id.tenggat.summary.Shortage;
import id.tenggat.summary.Strain;
import id.tenggat.summary.Summary;

import java.util.ArrayList;
import java.util.List;

/** Whether a measurement is to be trusted, whatever it says. */
public final class Trust {

    private final Provenance provenance;
    private final Summary summary;

    private Trust(Provenance provenance, Summary summary) {
        this.provenance = provenance;
        this.summary = summary;
    }

    /** Why a run is not to be trusted; empty if it is. */
    public static List<String> doubts(Provenance provenance, Summary summary) {
        return new Trust(provenance, summary).doubts();
    }

    private List<String> doubts() {
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
