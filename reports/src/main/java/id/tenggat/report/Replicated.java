package id.tenggat.report;

import id.tenggat.recording.Recording;
import id.tenggat.summary.Ensemble;
import id.tenggat.verdict.EnsembleVerdict;

/**
 * Many runs of one question with their verdict.
 *
 * @param recording of the first
 * @param looks how often they were judged until the last verdict, 1 or more
 * @param before runs of the same question, by which regressions were judged; 0 without a baseline
 */
public record Replicated(Recording recording, Ensemble ensemble, EnsembleVerdict verdict, int looks, int before)
        implements Answer {

    @Override
    public String label() {
        return "%d replications of %s, simulated"
                .formatted(
                        ensemble.runs().size(),
                        ensemble.scenario().slice().isWhole()
                                ? "the whole scenario"
                                : ensemble.scenario().slice());
    }

    /** How they came to their verdict: {@code judged after 2 looks, against 20 runs before}. */
    public String manner() {
        return "judged after " + (looks == 1 ? "1 look" : looks + " looks")
                + (before == 0 ? ", without a baseline" : ", against " + before + " runs before");
    }
}
