package id.tenggat.stack;

import id.tenggat.recording.StationSample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The rows of a {@link StationLog} as CSV, in the columns of a recording's stations.csv. */
final class StationRows {

    static final String HEADER = "interval,station,entered,rejected,served,wasted,failed,queue_max,"
            + "queue_ns,busy_ns,wasted_ns,capacity_ns";

    private StationRows() {}

    /**
     * A line each row, below the header.
     *
     * @param names of the stations and pools
     */
    static String csv(List<StationLog.Row> rows, List<String> names) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (StationLog.Row row : rows) {
            csv.append(row.interval()).append(',');
            csv.append(names.get(row.station()));
            appendCounts(csv, row.sample());
            appendIntegrals(csv, row.sample());
            csv.append('\n');
        }
        return csv.toString();
    }

    private static void appendCounts(StringBuilder csv, StationSample sample) {
        csv.append(',').append(sample.entered()).append(',').append(sample.rejected());
        csv.append(',').append(sample.served()).append(',').append(sample.wasted());
        csv.append(',').append(sample.failed()).append(',').append(sample.queueMax());
    }

    private static void appendIntegrals(StringBuilder csv, StationSample sample) {
        csv.append(',').append(wholeNs(sample.queueNs())).append(',').append(wholeNs(sample.busyNs()));
        csv.append(',').append(wholeNs(sample.wastedNs())).append(',').append(wholeNs(sample.capacityNs()));
    }

    private static String wholeNs(double ns) {
        return new BigDecimal(ns).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
}
