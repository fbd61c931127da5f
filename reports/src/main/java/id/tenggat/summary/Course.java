package id.tenggat.summary;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;
import id.tenggat.recording.TimelineRow;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A metric over the intervals of a run. How often an interval counts is its weight: 1 in a window and 0 outside, or as often
 * as a resample has drawn it. Values are in the metric's unit.
 */
public sealed interface Course permits ShareCourse, QuantileCourse, PeakCourse {

    /**
     * The metric of all intervals together, each as often as its weight says.
     *
     * @param weights one for each interval, 0 or more
     * @return empty if nothing happened in them
     */
    OptionalDouble value(int[] weights);

    /** The metric of one interval; empty if nothing happened in it. */
    OptionalDouble at(int interval);

    /** How much one interval has to say: attempts, steps begun, worker-nanoseconds. */
    double size(int interval);

    /**
     * Whether a resample of the intervals tells how far off the value may be by chance. An extreme value's does not: no
     * resample holds a larger one.
     *
     * @param weights as of {@link #value}
     */
    boolean hasInterval(int[] weights);

    /** Each interval of a span once. */
    static int[] once(Span span, Recording recording) {
        int[] weights = new int[recording.timeline().size()];
        Arrays.fill(weights, span.from(), span.to(), 1);
        return weights;
    }

    /**
     * The course of a figure, whatever its window.
     *
     * @throws IllegalArgumentException if its metric has none
     */
    static Course of(Recording recording, Figure figure) {
        return switch (figure.metric()) {
            case LATENCY_P50 -> quantile(recording, figure, 0.5);
            case LATENCY_P95 -> quantile(recording, figure, 0.95);
            case LATENCY_P99 -> quantile(recording, figure, 0.99);
            case LATENCY_P999 -> quantile(recording, figure, 0.999);
            case LATENCY_MAX -> PeakCourse.ofLatency(recording, figure.subject().orElseThrow());
            case REJECTED -> share(recording, Fate.REJECTED);
            case TIMED_OUT -> share(recording, Fate.TIMED_OUT);
            case FAILED -> share(recording, Fate.FAILED);
            case RETRY_AMPLIFICATION ->
                new ShareCourse(timeline(recording, TimelineRow::sent), timeline(recording, TimelineRow::begun));
            case WASTED_WORK ->
                new ShareCourse(
                        stations(recording, StationSample::wastedNs), stations(recording, StationSample::busyNs));
            case UTILISATION ->
                PeakCourse.ofUtilisation(recording, figure.subject().orElseThrow());
            case COMPLETED_BY_DEADLINE,
                    REGENCY_MIN_COMPLETED,
                    STAMPS_LOST,
                    STAMPS_DUPLICATED,
                    PAID_WITHOUT_QUOTA,
                    QUOTA_LOST,
                    STAMPS_UNSIGNED,
                    SUBMITTED_WITHOUT_STAMPS,
                    RECEIPTS_UNKNOWN ->
                throw new IllegalArgumentException("only a metric over time has a course, found " + figure.text());
        };
    }

    private static Course quantile(Recording recording, Figure figure, double share) {
        String step = figure.subject().orElseThrow();
        return new QuantileCourse(
                share, recording.timeline().size(), recording.latencies().servedOverTime(step));
    }

    private static Course share(Recording recording, Fate fate) {
        return new ShareCourse(
                timeline(recording, row -> row.fates().of(fate)), timeline(recording, TimelineRow::sent));
    }

    private static double[] timeline(Recording recording, ToDoubleFunction<TimelineRow> count) {
        return recording.timeline().stream().mapToDouble(count).toArray();
    }

    /** Summed over all stations proper: what a pool's connections are held for is part of theirs. */
    private static double[] stations(Recording recording, ToDoubleFunction<StationSample> ns) {
        double[] sums = new double[recording.timeline().size()];
        List<Boolean> isPool = recording.provenance().stations().stream()
                .map(station -> station.isPool())
                .toList();
        for (StationRow row : recording.stations()) {
            sums[row.interval()] += isPool.get(row.station()) ? 0 : ns.applyAsDouble(row.sample());
        }
        return sums;
    }
}
