package id.tenggat.recording;

import java.nio.file.Path;

/** {@code steps.csv}: one row an interval and step. */
final class StepsCsv {

    static final String NAME = "steps.csv";
    static final String HEADER = "interval,step,begun,sent,served,rejected,timed_out,failed,abandoned";

    private StepsCsv() {}

    static CsvFile create(Path directory) {
        return new CsvFile(directory.resolve(NAME), HEADER);
    }

    static String row(StepRow row, Provenance provenance) {
        StringBuilder text = new StringBuilder(64).append(row.interval()).append(',');
        text.append(provenance.steps().get(row.step()).name());
        text.append(',').append(row.begun()).append(',').append(row.sent());
        TimelineCsv.append(text, row.fates());
        return text.toString();
    }

    static StepRow row(CsvRow row, Provenance provenance) {
        return new StepRow(
                row.index(0),
                row.named(1, provenance::stepNamed, "step"),
                row.whole(2),
                row.whole(3),
                row.tally(4, Fate.values()));
    }
}
