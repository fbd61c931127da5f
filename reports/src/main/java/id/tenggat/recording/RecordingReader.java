package id.tenggat.recording;

import id.tenggat.recording.Provenance.Measured;
import id.tenggat.recording.Provenance.Subject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the files of one recording. */
final class RecordingReader {

    private final Path directory;
    private final Provenance provenance;

    RecordingReader(Path directory) {
        refuseForeign(directory);
        this.directory = directory;
        this.provenance = ProvenanceJson.read(directory);
    }

    private static void refuseForeign(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RecordingException(
                    directory,
                    (Files.exists(directory) ? "is not a directory" : "does not exist")
                            + "; name the directory of a recording");
        }
        if (!Files.exists(directory.resolve(ProvenanceJson.NAME))) {
            throw new RecordingException(
                    directory,
                    "is not a recording: it has no " + ProvenanceJson.NAME + "; name the directory that a run wrote");
        }
    }

    Recording read() {
        List<TimelineRow> timeline = timeline();
        return new Recording(
                directory,
                provenance,
                HostJson.read(directory),
                scenarioText(),
                timeline,
                steps(timeline.size()),
                stations(timeline.size()),
                regencies(),
                audit(),
                LatencyLog.read(directory, provenance, timeline.size()),
                InjectorCsv.read(directory, provenance.status()));
    }

    private String scenarioText() {
        Subject subject = provenance.subject();
        for (int i = 0; i < subject.measured().size(); i++) {
            String unused = verbatim(
                    Measured.fileName(i), subject.measured().get(i).sha256(), "the measured times that were run with");
        }
        return verbatim(RecordingWriter.SCENARIO, subject.sha256(), "the scenario that was run");
    }

    private String verbatim(String name, String sha256, String what) {
        Path file = directory.resolve(name);
        String text = WholeFile.read(file);
        if (!ProvenanceOfRun.sha256(text).equals(sha256)) {
            throw new RecordingException(
                    file,
                    "is not " + what + ": its SHA-256 differs from " + ProvenanceJson.NAME
                            + "; make the recording anew");
        }
        return text;
    }

    private List<TimelineRow> timeline() {
        CsvRows rows = rows(TimelineCsv.NAME, TimelineCsv.HEADER);
        List<TimelineRow> timeline = rows.map(TimelineCsv::row);
        for (int i = 0; i < timeline.size(); i++) {
            rows.require(timeline.get(i).interval() == i, i, "must be of interval " + i);
        }
        return timeline;
    }

    private List<StepRow> steps(int intervals) {
        CsvRows rows = rows(StepsCsv.NAME, StepsCsv.HEADER);
        List<StepRow> steps = rows.map(row -> StepsCsv.row(row, provenance));
        int perInterval = provenance.steps().size();
        for (int i = 0; i < steps.size(); i++) {
            StepRow step = steps.get(i);
            rows.require(
                    step.interval() == i / perInterval && step.step() == i % perInterval,
                    i,
                    "must be of interval " + i / perInterval + " and step "
                            + provenance.steps().get(i % perInterval).name());
        }
        rows.requireAtLeast(intervals * perInterval);
        return steps.subList(0, intervals * perInterval);
    }

    private List<StationRow> stations(int intervals) {
        return rows(StationsCsv.NAME, StationsCsv.HEADER).map(row -> StationsCsv.row(row, provenance)).stream()
                .filter(row -> row.interval() < intervals)
                .sorted(Comparator.comparingInt(StationRow::interval).thenComparingInt(StationRow::station))
                .toList();
    }

    private List<RegencyRow> regencies() {
        return rows(RegenciesCsv.NAME, RegenciesCsv.HEADER).map(RegenciesCsv::row);
    }

    private CsvRows rows(String name, String header) {
        return CsvRows.read(directory.resolve(name), provenance.status(), header);
    }

    private Optional<Audit> audit() {
        boolean isThere = provenance.status() != RunStatus.RUNNING && provenance.seesInside();
        return isThere ? Optional.of(AuditJson.read(directory)) : Optional.empty();
    }
}
