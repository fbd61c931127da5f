package id.tenggat.summary;

import id.tenggat.scenario.Scenario;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Independent replications of one question: the same scenario and slice under different seeds. One run is one
 * observation; attempts of different runs are never thrown together.
 *
 * @param scenario the (sliced) scenario with the base seed, which is the first replication's
 * @param asked how many replications were to run; fewer have if they were interrupted
 * @param figures what was observed of each run
 * @param runs in order of replication
 */
public record Ensemble(Scenario scenario, int asked, List<Figure> figures, List<Replication> runs) {

    /**
     * What one run showed.
     *
     * @param number of the replication, from 0
     * @param values one for each figure of the ensemble, in the metric's unit; empty where the run has no data
     */
    public record Replication(int number, long seed, List<OptionalDouble> values) {
        public Replication {
            values = List.copyOf(values);
        }
    }

    public Ensemble {
        figures = List.copyOf(figures);
        runs = List.copyOf(runs);
    }

    /** True if every replication ran to its end. */
    public boolean isComplete() {
        return runs.size() == asked;
    }

    /** A figure's value in each run, in order of replication. */
    public List<OptionalDouble> values(Figure figure) {
        int index = figures.indexOf(figure);
        if (index < 0) {
            throw new IllegalArgumentException("nothing was observed of " + figure.text());
        }
        return runs.stream().map(run -> run.values().get(index)).toList();
    }

    /** A figure's values in the runs that have data for it. */
    public double[] observed(Figure figure) {
        return values(figure).stream().flatMapToDouble(OptionalDouble::stream).toArray();
    }
}
