package id.tenggat.verdict;

import id.tenggat.statistics.Proportion;

import java.util.List;
import java.util.Optional;

/**
 * The judgement of many runs of one question.
 *
 * @param everybodyDone in how many runs everybody was done by the deadline; empty of a slice, which can't tell
 */
public record EnsembleVerdict(
        Status status,
        double confidence,
        List<EnsembleRow> rows,
        Optional<Proportion> everybodyDone,
        List<String> doubts)
        implements Judgement {

    public EnsembleVerdict {
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
    }

    /** Whether no objective is left that more runs might decide. */
    public boolean isDecided() {
        return count(Outcome.UNDECIDED) == 0;
    }
}
