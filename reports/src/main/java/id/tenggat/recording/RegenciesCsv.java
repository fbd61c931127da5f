package id.tenggat.recording;

import java.nio.file.Path;
import java.util.List;

/** {@code regencies.csv}: one row a regency, replaced at the end of every interval. */
final class RegenciesCsv {

    static final String NAME = "regencies.csv";
    static final String HEADER =
            "code,name,province,zone,arrived,carried_in,completed,completed_late,gave_up,missed,inside";

    private RegenciesCsv() {}

    static void write(Path directory, List<RegencyRow> rows) {
        StringBuilder text = new StringBuilder(64 * rows.size()).append(HEADER).append('\n');
        rows.forEach(row -> append(text, row));
        WholeFile.write(directory.resolve(NAME), text.toString());
    }

    private static void append(StringBuilder text, RegencyRow row) {
        text.append(CsvFile.cell(row.code()))
                .append(',')
                .append(CsvFile.cell(row.name()))
                .append(',');
        text.append(CsvFile.cell(row.province()))
                .append(',')
                .append(CsvFile.cell(row.zone()))
                .append(',');
        text.append(row.arrived()).append(',').append(row.carriedIn());
        TimelineCsv.append(text, row.endings());
        text.append(',').append(row.inside()).append('\n');
    }

    static RegencyRow row(CsvRow row) {
        return new RegencyRow(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.whole(4),
                row.whole(5),
                row.tally(6, Ending.values()),
                row.whole(10));
    }
}
