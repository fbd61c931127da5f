package id.tenggat.verdict;

import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;

import java.util.List;

/**
 * What regressions are judged by: runs of one question before, the baseline, and now.
 *
 * @param before one or more
 * @param now one or more, those that are judged together
 */
public record Against(List<Observation> before, List<Observation> now) {

    public Against {
        before = List.copyOf(before);
        now = List.copyOf(now);
    }

    /** A figure's values in the runs that have one. */
    static double[] values(List<Observation> runs, Figure figure) {
        return runs.stream()
                .map(Observation::values)
                .filter(values -> values.containsKey(figure))
                .mapToDouble(values -> values.get(figure))
                .toArray();
    }

    /** Whether each run now has the draws of the one before that stands in its place: then they differ by the system alone. */
    boolean isPaired() {
        List<Long> seeds = before.stream().map(Observation::seed).toList();
        return seeds.size() > 1
                && seeds.stream().distinct().count() == seeds.size()
                && seeds.equals(now.stream().map(Observation::seed).toList());
    }
}
