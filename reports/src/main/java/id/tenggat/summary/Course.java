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
public sealed interface Course permits SampledCourse, PeakCourse {

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
            case RETRY_AMPLIFICATION -> retries(recording);
            case WASTED_WORK -> waste(recording);
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
        double[] those = timeline(recording, row -> row.fates().of(fate));
        double[] sent = timeline(recording, TimelineRow::sent);
        return new ShareCourse(those, sent, new ShareCourse.Cases(those, sent, 0));
    }

    /** A case is an attempt that is not a step's first. */
    private static Course retries(Recording recording) {
        double[] sent = timeline(recording, TimelineRow::sent);
        double[] begun = timeline(recording, TimelineRow::begun);
        return new ShareCourse(
                sent, begun, new ShareCourse.Cases(timeline(recording, row -> row.sent() - row.begun()), begun, 1));
    }

    /** A case is a request that was served in vain. */
    private static Course waste(Recording recording) {
        double[] served = stations(recording, sample -> sample.served() + sample.wasted());
        return new ShareCourse(
                stations(recording, StationSample::wastedNs),
                stations(recording, StationSample::busyNs),
                new ShareCourse.Cases(stations(recording, StationSample::wasted), served, 0));
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
