package id.tenggat.recording;

import id.tenggat.recording.Provenance.Axis;

import java.nio.file.Path;

/** {@code timeline.csv}: one row an interval. */
final class TimelineCsv {

    static final String NAME = "timeline.csv";
    static final String HEADER = "interval,from,arrivals,begun,sent,served,rejected,timed_out,failed,abandoned,"
            + "completed,completed_late,gave_up,missed,inside";

    private TimelineCsv() {}

    static CsvFile create(Path directory) {
        return new CsvFile(directory.resolve(NAME), HEADER);
    }

    static String row(TimelineRow row, Axis axis) {
        StringBuilder text = new StringBuilder(128).append(row.interval()).append(',');
        text.append(axis.startOf(row.interval())).append(',').append(row.arrivals());
        text.append(',').append(row.begun()).append(',').append(row.sent());
        append(text, row.fates());
        append(text, row.endings());
        return text.append(',').append(row.inside()).toString();
    }

    static void append(StringBuilder text, Tally<?> tally) {
        tally.counts().values().forEach(count -> text.append(',').append((long) count));
    }

    static TimelineRow row(CsvRow row) {
        return new TimelineRow(
                row.index(0),
                row.whole(2),
                row.whole(3),
                row.whole(4),
                row.tally(5, Fate.values()),
                row.tally(10, Ending.values()),
                row.whole(14));
    }
}
