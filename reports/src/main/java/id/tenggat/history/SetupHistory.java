package id.tenggat.history;

import id.tenggat.statistics.ChangePoint;
import id.tenggat.statistics.ChangePoints;
import id.tenggat.summary.Figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of one setup.
 *
 * @param runs one or more, in the order in which they began
 */
public record SetupHistory(Setup setup, List<Entry> runs) {

    public SetupHistory {
        runs = List.copyOf(runs);
    }

    /** What any of the runs has a value of. */
    public List<Figure> figures() {
        return runs.stream()
                .flatMap(run -> run.values().keySet().stream())
                .distinct()
                .toList();
    }

    /** The changes of all figures, the worst first and the best last. A run that has no value of a figure is left out of it. */
    public List<Change> changes(ChangePoints search) {
        return figures().stream()
                .flatMap(figure -> changes(search, figure))
                .sorted(Comparator.comparingDouble(Change::worsening).reversed())
                .toList();
    }

    private Stream<Change> changes(ChangePoints search, Figure figure) {
        List<Entry> series =
                runs.stream().filter(run -> run.values().containsKey(figure)).toList();
        List<ChangePoint> points = search.of(
                series.stream().mapToDouble(run -> run.values().get(figure)).toArray());
        return IntStream.range(0, points.size()).mapToObj(i -> {
            int index = points.get(i).index();
            return new Change(figure, series.get(index - 1), series.get(index), points.get(i), i == points.size() - 1);
        });
    }
}
