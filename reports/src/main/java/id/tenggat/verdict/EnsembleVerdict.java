package id.tenggat.verdict;

import id.tenggat.statistics.Proportion;

import java.util.List;
import java.util.Optional;

/**
 * The judgement of many runs of one question.
 *
 * @param status FAIL if an objective is surely missed, else INVALID if one is undecided; INVALID too, before all else, if
 *     the runs are not to be trusted
 * @param confidence of the rows' intervals
 * @param rows one for each objective, in their order
 * @param everybodyDone in how many runs everybody was done by the deadline; empty of a slice, which can't tell
 * @param invalidReasons why the status is INVALID; empty if it isn't
 */
public record EnsembleVerdict(
        Status status,
        double confidence,
        List<EnsembleRow> rows,
        Optional<Proportion> everybodyDone,
        List<String> invalidReasons) {

    public EnsembleVerdict {
        rows = List.copyOf(rows);
        invalidReasons = List.copyOf(invalidReasons);
    }

    /** Whether no objective is left that more runs might decide. */
    public boolean isDecided() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.UNDECIDED);
    }
}
