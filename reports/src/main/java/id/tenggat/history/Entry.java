package id.tenggat.history;

import id.tenggat.recording.Recording;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Trust;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run in a history.
 *
 * @param at when it began, by the wall clock
 * @param sha256 of the scenario file, in hexadecimal
 * @param version of this program
 * @param commit of what was measured; empty if nobody has said
 */
public record Entry(
        Instant at, Setup setup, String sha256, String version, Optional<String> commit, Observation observation) {

    /**
     * A recorded run's.
     *
     * @throws HistoryException if it is not to be trusted: what was measured then is not the system
     */
    public static Entry of(Recording recording, Summary summary, Optional<String> commit) {
        List<String> doubts = Trust.doubts(recording.provenance(), summary);
        if (!doubts.isEmpty()) {
            throw new HistoryException(
                    recording.directory(),
                    "is INVALID: " + String.join("; ", doubts)
                            + "; a history holds only runs that can be trusted: leave it out");
        }
        return of(recording, Observation.of(recording, summary), commit);
    }

    /**
     * Of a run that was observed but not recorded.
     *
     * @param like a recording of the same question, from the same start
     */
    public static Entry of(Recording like, Observation observation, Optional<String> commit) {
        return new Entry(
                like.host().startedAt(),
                Setup.of(like.provenance()),
                like.provenance().subject().sha256(),
                like.host().tenggatVersion(),
                commit,
                observation);
    }

    /** Finite, in the metric's unit; figures for which the run has no data are not among them. */
    public Map<Figure, Double> values() {
        return observation.values();
    }
}
