package id.tenggat.difference;

import id.tenggat.scenario.Metric.Better;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Figure;

import java.util.Optional;

/**
 * How one figure differs between two recordings.
 *
 * @param first in the metric's unit, as {@code second}
 * @param interval of the second less the first; empty where a run does not tell how far off its value may be
 */
public record Difference(Figure figure, double first, double second, Optional<Interval> interval) {

    /** What a difference means. */
    public enum Direction {
        WORSE("worse"),
        BETTER("better"),
        /** Chance may have made it. */
        WITHIN_CHANCE("within chance"),
        /** The runs do not tell whether by chance. */
        UNSURE("chance unknown"),
        SAME("same");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The second less the first. */
    public double size() {
        return second - first;
    }

    public Direction direction() {
        if (first == second) {
            return Direction.SAME;
        } else if (interval.isEmpty()) {
            return Direction.UNSURE;
        } else if (interval.filter(between -> between.contains(0)).isPresent()) {
            return Direction.WITHIN_CHANCE;
        }
        boolean isWorse = size() > 0 == (figure.metric().better() == Better.LOWER);
        return isWorse ? Direction.WORSE : Direction.BETTER;
    }

    /** How large it is beside the first value, so that figures of all units can be put in one order; infinite if that is 0. */
    double weight() {
        return size() == 0 ? 0 : Math.abs(size() / first);
    }
}
