package id.tenggat.verdict;

import java.util.List;
import java.util.stream.Stream;

/**
 * A verdict, on one run or on many. Two things make it INVALID, and they have different ways out: a measurement that is not
 * to be trusted must be made again ({@link #doubts}), one that tells too little must go on ({@link #undecided}).
 */
public sealed interface Judgement permits Verdict, EnsembleVerdict {

    /** The way out of doubts. */
    String MEND = "mend that and run it again: more of such runs decide nothing";

    Status status();

    /** One for each objective, in their order. */
    List<? extends JudgedObjective> rows();

    /** Why the measurement is not to be trusted, whatever it says; empty if it is. */
    List<String> doubts();

    /** The doubts, of which there must be one, and then the way out. */
    default List<String> doubtsAndWayOut() {
        return Stream.concat(doubts().stream(), Stream.of(MEND)).toList();
    }

    /** Of the rows' intervals. */
    double confidence();

    /** Which objectives are undecided, and what may decide them; a line each. */
    default List<String> undecided() {
        return rows().stream()
                .filter(row -> row.outcome() == Outcome.UNDECIDED)
                .map(row -> row.objective().text() + "; " + row.wayOut())
                .toList();
    }

    /** Of how many objectives this is the outcome. */
    default long count(Outcome outcome) {
        return rows().stream().filter(row -> row.outcome() == outcome).count();
    }
}
