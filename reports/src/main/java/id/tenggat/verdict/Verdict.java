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

    /** INVALID beats missed objectives, and those beat all that hold. */
    static Verdict of(List<Row> rows, List<String> invalidReasons) {
        boolean missed = rows.stream().anyMatch(row -> row.outcome() == Outcome.MISSED);
        Status judged = missed ? Status.FAIL : Status.PASS;
        return new Verdict(invalidReasons.isEmpty() ? judged : Status.INVALID, rows, invalidReasons);
    }
}
