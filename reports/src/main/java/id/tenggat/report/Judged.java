package id.tenggat.report;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Against;
import id.tenggat.verdict.Findings;
import id.tenggat.verdict.Judge;
import id.tenggat.verdict.Verdict;

import java.util.Optional;

/**
 * A recording with its numbers and its verdict.
 *
 * @param label what to call it beside others, as in {@code the nation, simulated}
 * @param findings what it says of figures, as far as anybody has asked
 */
public record Judged(String label, Recording recording, Summary summary, Findings findings, Verdict verdict)
        implements Answer {

    /** Of which nobody has asked anything yet but the verdict. */
    public Judged(String label, Recording recording, Summary summary, Verdict verdict) {
        this(label, recording, summary, new Findings(recording, summary), verdict);
    }

    /** Sums a recording up and judges it without a baseline. */
    public static Judged of(String label, Recording recording) {
        Summary summary = Summary.of(recording);
        Findings findings = new Findings(recording, summary);
        return new Judged(label, recording, summary, findings, Judge.judge(findings, Optional.empty()));
    }

    /**
     * The same, judged by what was before.
     *
     * @param against empty if nothing was
     */
    public Judged against(Optional<Against> against) {
        return against.isEmpty()
                ? this
                : new Judged(label, recording, summary, findings, Judge.judge(findings, against));
    }

    Provenance provenance() {
        return recording.provenance();
    }

    Times times() {
        return Times.of(provenance().axis());
    }
}
