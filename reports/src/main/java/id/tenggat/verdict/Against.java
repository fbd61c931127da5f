package id.tenggat.verdict;

import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * The runs that have the same draws on both sides and a value of a figure, in one order: they differ by the system alone. Empty
     * unless all runs of the smaller side have a twin, since then they are no samples that could be taken for independent.
     */
    Optional<Against> twins(Figure figure) {
        Map<Long, Observation> first = bySeed(before, figure);
        Map<Long, Observation> second = bySeed(now, figure);
        first.keySet().retainAll(bySeed(now, figure).keySet());
        second.keySet().retainAll(first.keySet());
        int fewest = Math.min(values(before, figure).length, values(now, figure).length);
        return first.size() < 2 || first.size() < fewest
                ? Optional.empty()
                : Optional.of(new Against(
                        List.copyOf(first.values()),
                        first.keySet().stream()
                                .map(seed -> Objects.requireNonNull(second.get(seed)))
                                .toList()));
    }

    private static Map<Long, Observation> bySeed(List<Observation> runs, Figure figure) {
        Map<Long, Observation> bySeed = new LinkedHashMap<>();
        runs.stream().filter(run -> run.values().containsKey(figure)).forEach(run -> bySeed.put(run.seed(), run));
        return bySeed;
    }
}
