package id.tenggat.report;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Against;
import id.tenggat.verdict.Judge;
import id.tenggat.verdict.Verdict;

import java.util.Optional;

/**
 * A recording with its numbers and its verdict.
 *
 * @param label what to call it beside others, as in {@code the nation, simulated}
 */
public record Judged(String label, Recording recording, Summary summary, Verdict verdict) {

    /** Sums a recording up and judges it without a baseline. */
    public static Judged of(String label, Recording recording) {
        Summary summary = Summary.of(recording);
        return new Judged(label, recording, summary, Judge.judge(recording, summary));
    }

    /**
     * The same, judged by what was before.
     *
     * @param against empty if nothing was
     */
    public Judged against(Optional<Against> against) {
        return new Judged(label, recording, summary, Judge.judge(recording, summary, against));
    }

    Provenance provenance() {
        return recording.provenance();
    }

    Times times() {
        return Times.of(provenance().axis());
    }
}
