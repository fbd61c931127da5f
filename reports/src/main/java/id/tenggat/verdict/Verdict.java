package id.tenggat.verdict;

import java.util.List;

/** The judgement of one recording. */
public record Verdict(Status status, List<Row> rows, List<String> doubts) implements Judgement {

    public Verdict {
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
    }

    /** By what became of the objectives. */
    static Verdict of(List<Row> rows, List<String> doubts) {
        return new Verdict(Status.of(rows, doubts), rows, doubts);
    }

    @Override
    public double confidence() {
        return EnsembleJudge.CONFIDENCE;
    }
}
