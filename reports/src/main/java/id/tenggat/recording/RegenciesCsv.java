package id.tenggat.recording;

import id.tenggat.scenario.Population.Regency;

import java.nio.file.Path;

/** {@code regencies.csv}: one row a regency, replaced as a whole now and then. */
final class RegenciesCsv {

    static final String NAME = "regencies.csv";
    static final String HEADER =
            "code,name,province,zone,arrived,carried_in,completed,completed_late,gave_up,missed,inside";

    private RegenciesCsv() {}

    static void write(Path directory, RegencyBook book) {
        StringBuilder text = new StringBuilder(96 * book.size()).append(HEADER).append('\n');
        for (int i = 0; i < book.size(); i++) {
            book.appendTo(text, i);
        }
        WholeFile.write(directory.resolve(NAME), text.toString());
    }

    /** The cells that say which regency it is. */
    static String name(Regency regency) {
        return String.join(
                ",",
                CsvFile.cell(regency.code()),
                CsvFile.cell(regency.name()),
                CsvFile.cell(regency.province()),
                CsvFile.cell(regency.zone().getId()));
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
