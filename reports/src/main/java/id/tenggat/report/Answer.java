package id.tenggat.report;

import id.tenggat.recording.Recording;
import id.tenggat.verdict.Judgement;

import java.util.List;

/** What was judged: one recording, or many runs of one question. */
public sealed interface Answer permits Judged, Replicated {

    /** What to call it beside others. */
    String label();

    /** The recording; of many runs the first one's, which asks the same question. */
    Recording recording();

    Judgement verdict();

    /** How each objective was judged, in their order. */
    default List<Evidence> evidence() {
        return Evidence.of(this);
    }

    /** Says how sure the intervals are: {@code 95% interval}. */
    default String intervalName() {
        return Evidence.intervalName(this);
    }
}
