package id.tenggat.recording;

import id.tenggat.scenario.Timeline;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** {@link AttemptsCsv}'s file while it is written. */
final class AttemptsFile implements GrowingFile {

    private final CsvFile file;
    private final List<Provenance.Step> steps;
    private final Timeline timeline;
    private final InstantText instants = new InstantText();
    private final StringBuilder row = new StringBuilder(128);
    private long rows;
    /** Kept until the interval is written: whoever tells of an attempt is none who could end the run. */
    private @Nullable RecordingException failure;

    AttemptsFile(Path directory, Provenance provenance) {
        this.file = new CsvFile(directory.resolve(AttemptsCsv.NAME), AttemptsCsv.HEADER);
        this.steps = provenance.steps();
        this.timeline = provenance.axis().timeline();
    }

    /** Appends an attempt; if that fails, {@link #flush} will say so. */
    void append(Attempt attempt) {
        if (failure != null) {
            return;
        }
        row.setLength(0);
        row.append(steps.get(attempt.step()).name()).append(',').append(attempt.fate());
        appendInstant(attempt.dueNs());
        appendInstant(attempt.sentNs());
        appendInstant(attempt.doneNs());
        row.append(',').append(OpenLatencies.us(attempt.latencyNs()));
        row.append(',').append(OpenLatencies.us(attempt.slipNs()));
        try {
            file.append(row);
            rows++;
        } catch (RecordingException e) {
            failure = e;
        }
    }

    private void appendInstant(long ns) {
        row.append(',');
        instants.append(row, timeline.instantAt(ns));
    }

    /** @throws RecordingException if anything since the last time can't be written */
    void flush() {
        if (failure != null) {
            throw failure;
        }
        file.flush();
    }

    /** How many were appended. */
    long rows() {
        return rows;
    }

    @Override
    public void abandon() {
        file.abandon();
    }

    @Override
    public void close() {
        file.close();
    }
}
