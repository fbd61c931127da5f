package id.tenggat.report;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Judge;
import id.tenggat.verdict.Verdict;

/**
 * A recording with its numbers and its verdict.
 *
 * @param label what to call it beside others, as in {@code the nation, simulated}
 */
public record Judged(String label, Recording recording, Summary summary, Verdict verdict) {

    /** Sums a recording up and judges it. */
    public static Judged of(String label, Recording recording) {
        Summary summary = Summary.of(recording);
        return new Judged(label, recording, summary, Judge.judge(recording, summary));
    }

    Provenance provenance() {
        return recording.provenance();
    }

    Times times() {
        return Times.of(provenance().axis());
    }
}
