package id.tenggat.verdict;

import java.util.List;

/**
 * The judgement of one recording.
 *
 * @param rows one for each objective, in their order
 * @param invalidReasons why the run is not to be trusted; empty if it is
 */
public record Verdict(Status status, List<Row> rows, List<String> invalidReasons) {

    public Verdict {
        rows = List.copyOf(rows);
        invalidReasons = List.copyOf(invalidReasons);
    }

    /**
     * A run that is not to be trusted is INVALID whatever it says. Otherwise missed objectives beat undecided ones, and those
     * beat all that hold.
     *
     * @param doubts why the run is not to be trusted
     * @param undecided why nothing is certain, as far as the run is to be trusted
     */
    static Verdict of(List<Row> rows, List<String> doubts, List<String> undecided) {
        if (!doubts.isEmpty()) {
            return new Verdict(Status.INVALID, rows, doubts);
        } else if (rows.stream().anyMatch(row -> row.outcome() == Outcome.MISSED)) {
            return new Verdict(Status.FAIL, rows, List.of());
        }
        return new Verdict(undecided.isEmpty() ? Status.PASS : Status.INVALID, rows, undecided);
    }
}
