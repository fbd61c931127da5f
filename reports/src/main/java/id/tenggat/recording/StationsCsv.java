package id.tenggat.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/** {@code stations.csv}: one row an interval and station. */
final class StationsCsv {

    static final String NAME = "stations.csv";
    static final String HEADER = "interval,station,entered,rejected,served,wasted,failed,queue_max,"
            + "queue_ns,busy_ns,wasted_ns,capacity_ns";

    private StationsCsv() {}

    static CsvFile create(Path directory) {
        return new CsvFile(directory.resolve(NAME), HEADER);
    }

    static String row(StationRow row, Provenance provenance) {
        StationSample s = row.sample();
        StringBuilder text = new StringBuilder(128).append(row.interval()).append(',');
        text.append(provenance.stations().get(row.station()).name()).append(',');
        text.append(s.entered()).append(',').append(s.rejected()).append(',');
        text.append(s.served()).append(',').append(s.wasted()).append(',');
        text.append(s.failed()).append(',').append(s.queueMax()).append(',');
        text.append(wholeNs(s.queueNs()))
                .append(',')
                .append(wholeNs(s.busyNs()))
                .append(',');
        text.append(wholeNs(s.wastedNs())).append(',').append(wholeNs(s.capacityNs()));
        return text.toString();
    }

    /** Without exponent, the same digits on every Java platform. */
    private static String wholeNs(double ns) {
        return new BigDecimal(ns).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    static StationRow row(CsvRow row, Provenance provenance) {
        StationSample sample = new StationSample(
                row.whole(2),
                row.whole(3),
                row.whole(4),
                row.whole(5),
                row.whole(6),
                row.whole(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11));
        return new StationRow(row.index(0), row.named(1, provenance::stationNamed, "station"), sample);
    }
}
