package id.tenggat.summary;

import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.IntervalLatencies;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StationRow;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The largest of the intervals' values; not a number where nothing happened. No sample: no resample holds a larger one. */
final class PeakCourse implements Course {

    private final double[] values;
    private final double[] sizes;

    private PeakCourse(int intervals) {
        this.values = new double[intervals];
        this.sizes = new double[intervals];
        Arrays.fill(values, Double.NaN);
    }

    /** The largest latency of a step's served attempts. */
    static PeakCourse ofLatency(Recording recording, String step) {
        PeakCourse course = new PeakCourse(recording.timeline().size());
        for (IntervalLatencies interval : recording.latencies().overTime(LatencyLog.tag(step, Fate.SERVED))) {
            course.values[interval.interval()] = interval.maxUs() * 1e3;
            course.sizes[interval.interval()] = interval.count();
        }
        return course;
    }

    /** A station's utilisation. */
    static PeakCourse ofUtilisation(Recording recording, String station) {
        PeakCourse course = new PeakCourse(recording.timeline().size());
        int index = recording.provenance().stationNamed(station).orElse(-1);
        for (StationRow row : recording.stations()) {
            if (row.station() == index) {
                course.values[row.interval()] = StationSummary.utilisation(row.sample());
                course.sizes[row.interval()] = row.sample().capacityNs();
            }
        }
        return course;
    }

    @Override
    public OptionalDouble value(int[] weights) {
        double peak = Double.NaN;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0 && !(values[i] <= peak) && !Double.isNaN(values[i])) {
                peak = values[i];
            }
        }
        return number(peak);
    }

    @Override
    public OptionalDouble at(int interval) {
        return number(values[interval]);
    }

    private static OptionalDouble number(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public double size(int interval) {
        return sizes[interval];
    }
}
