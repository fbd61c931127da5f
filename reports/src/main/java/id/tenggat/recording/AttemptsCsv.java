package id.tenggat.recording;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code attempts.csv}: one row an attempt, in the order in which their fates were told. Only there if somebody asked for it.
 *
 * <ul>
 *   <li>{@code due}, {@code sent}, {@code done}: instants of the calendar, in UTC, to the microsecond, rounded down; of an
 *       attempt that was never sent ({@link Fate#ABANDONED}) sent is due,
 *   <li>{@code latency_us}: from due, {@code slip_us}: sent − due, in microseconds of engine time, rounded as in the
 *       histograms. If time is lapsed, that is not the difference of the instants but as many times less.
 * </ul>
 */
final class AttemptsCsv {

    static final String NAME = "attempts.csv";
    static final String HEADER = "step,fate,due,sent,done,latency_us,slip_us";

    private static final int DUE = 2;
    private static final int DONE = 4;
    private static final int LATENCY = 5;
    private static final int SLIP = 6;

    private AttemptsCsv() {}

    /**
     * How many rows there are of each step and fate, by {@link LatencyLog#tag}.
     *
     * @throws RecordingException if the file is missing, torn or garbled
     */
    static Map<String, Long> count(Path directory, Provenance provenance) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Provenance.Step step : provenance.steps()) {
            for (Fate fate : Fate.values()) {
                counts.put(LatencyLog.tag(step.name(), fate), 0L);
            }
        }
        CsvRows.forEach(directory.resolve(NAME), HEADER, row -> count(row, counts));
        return counts;
    }

    private static void count(CsvRow row, Map<String, Long> counts) {
        String tag = LatencyLog.tag(row.text(0), row.text(1));
        if (counts.computeIfPresent(tag, (known, count) -> count + 1) == null) {
            throw row.wrong(0, "a step of the provenance, and the next one a fate");
        }
        for (int column = DUE; column <= DONE; column++) {
            if (!InstantText.isOne(row.text(column))) {
                throw row.wrong(column, "an instant like 2024-09-06T16:58:03.123456Z");
            } else if (column > DUE && row.text(column).compareTo(row.text(column - 1)) < 0) {
                throw row.wrong(column, "no earlier than the instant before it");
            }
        }
        if (row.whole(SLIP) > row.whole(LATENCY)) {
            throw row.wrong(SLIP, "no more than the latency");
        }
    }
}
