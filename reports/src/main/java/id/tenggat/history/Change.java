package id.tenggat.history;

import id.tenggat.scenario.Metric.Better;
import id.tenggat.statistics.ChangePoint;
import id.tenggat.summary.Figure;

/**
 * Where a figure has changed.
 *
 * @param last the last run before it
 * @param since the first run after it
 * @param newest true if the figure has not changed since: what it is now began here
 */
public record Change(Figure figure, Entry last, Entry since, ChangePoint point, boolean newest) {

    /** What a change means for whoever is measured. */
    public enum Direction {
        WORSE,
        BETTER,
        /** The middle is where it was: values are more spread, or less, than before. */
        NEITHER
    }

    public Direction direction() {
        double risen = point.after() - point.before();
        if (risen == 0) {
            return Direction.NEITHER;
        }
        return risen > 0 == (figure.metric().better() == Better.HIGHER) ? Direction.BETTER : Direction.WORSE;
    }

    /** How much worse it is, as a share of what it was; below 0 if it is better, infinite if it was 0. */
    double worsening() {
        double size = Math.abs(point.relativeChange().orElse(Double.POSITIVE_INFINITY));
        return switch (direction()) {
            case WORSE -> size;
            case BETTER -> -size;
            case NEITHER -> 0;
        };
    }

    /** True if the scenario file is another one since then, so that the change may be the question's and not the answer's. */
    public boolean isOfAnotherScenario() {
        return !last.sha256().equals(since.sha256());
    }
}
