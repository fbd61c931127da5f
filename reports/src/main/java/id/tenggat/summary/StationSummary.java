package id.tenggat.summary;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One station over the whole run, or one pool: its requests are connections that were asked for, its workers those held.
 *
 * @param entered requests admitted
 * @param rejected requests turned away
 * @param served requests served while their client was there
 * @param wasted requests served although their client had left
 * @param failed requests that broke
 * @param busyNs worker-nanoseconds of work
 * @param wastedNs the part of busyNs spent on wasted requests
 * @param peakUtilisation busy of possible worker time in the busiest interval; empty if it told nothing
 * @param longestQueue empty if it told nothing
 */
public record StationSummary(
        Provenance.Station station,
        long entered,
        long rejected,
        long served,
        long wasted,
        long failed,
        double busyNs,
        double wastedNs,
        Optional<Peak> peakUtilisation,
        Optional<Peak> longestQueue) {

    static StationSummary of(Recording recording, int station) {
        List<StationRow> rows = recording.stationRows(station);
        return new StationSummary(
                recording.provenance().stations().get(station),
                sum(rows, StationSample::entered),
                sum(rows, StationSample::rejected),
                sum(rows, StationSample::served),
                sum(rows, StationSample::wasted),
                sum(rows, StationSample::failed),
                rows.stream().mapToDouble(row -> row.sample().busyNs()).sum(),
                rows.stream().mapToDouble(row -> row.sample().wastedNs()).sum(),
                peak(recording, rows, row -> utilisation(row.sample())),
                peak(recording, rows, row -> row.sample().queueMax()));
    }

    private static Optional<Peak> peak(Recording recording, List<StationRow> rows, ToDoubleFunction<StationRow> value) {
        return Peak.of(rows, recording.provenance().axis(), StationRow::interval, value);
    }

    private static long sum(List<StationRow> rows, ToLongFunction<StationSample> count) {
        return rows.stream().map(StationRow::sample).mapToLong(count).sum();
    }

    /** Busy of possible worker time; not a number if no worker could work. */
    public static double utilisation(StationSample sample) {
        return sample.capacityNs() == 0 ? Double.NaN : sample.busyNs() / sample.capacityNs();
    }
}
