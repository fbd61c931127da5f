package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Provenance.Extent;
import id.tenggat.recording.Provenance.Measured;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a recording while an engine runs. Every interval that {@link #advanceTo} passes is on the disk when it returns,
 * so that a crash loses only what is open, and what the last half of the run has changed regency by regency. An engine
 * that tells of an attempt only when it has ended may let {@link #advanceTo} trail by its longest attempt: then each is
 * counted as sent in the interval in which it was. Until {@link #finish} the recording's status is running; closed without
 * it, it stays so, and its verdict is INVALID. What can't be written ends it: it is marked with the reason, and all that it
 * is told afterwards is lost.
 */
public final class RecordingWriter extends CountingRecorder implements AutoCloseable {

    static final String SCENARIO = "scenario.yaml";

    /** Replacing a file costs as much as thousands of attempts: while running it may be older by this part of the run. */
    private static final int REGENCIES_AGE = 1;

    private final Path directory;
    private final Host host;
    /** All that grow, in the order in which they were begun. */
    private final List<GrowingFile> files = new ArrayList<>();

    private final LatencyFile latencyLog;
    private final CsvFile timelineCsv;
    private final CsvFile stepsCsv;
    private final CsvFile stationsCsv;
    /** Made when there is something to write: a simulated run has none. */
    private @Nullable CsvFile injectorCsv;

    /** As that: simulated attempts never slip. */
    private @Nullable LatencyFile uncorrectedLog;

    /** Made if it is asked for. */
    private @Nullable AttemptsFile attemptsCsv;

    private final Ballast ballast;
    private int regenciesDue;
    private boolean broken;

    private RecordingWriter(Path directory, Schedule schedule, Run run) {
        super(schedule, run);
        this.directory = directory;
        this.host = run.host();
        this.ballast = Ballast.in(directory);
        ProvenanceJson.write(directory, provenance());
        HostJson.write(directory, host);
        WholeFile.write(directory.resolve(SCENARIO), run.scenarioText());
        for (int i = 0; i < run.measured().size(); i++) {
            WholeFile.write(
                    directory.resolve(Measured.fileName(i)),
                    run.measured().get(i).text());
        }
        RegenciesCsv.write(directory, regencies());
        this.latencyLog =
                new LatencyFile(directory.resolve(LatencyLog.NAME), provenance().axis());
        this.timelineCsv = TimelineCsv.create(directory);
        this.stepsCsv = StepsCsv.create(directory);
        this.stationsCsv = StationsCsv.create(directory);
        files.addAll(List.of(latencyLog, timelineCsv, stepsCsv, stationsCsv));
    }

    /**
     * Begins a recording.
     *
     * @param directory made if it does not exist; must be empty
     * @throws RecordingException if the directory is not empty or cannot be written
     */
    public static RecordingWriter create(Path directory, Schedule schedule, Run run) {
        refuseUsed(directory);
        return new RecordingWriter(directory, schedule, run);
    }

    private static void refuseUsed(Path directory) {
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                if (entries.iterator().hasNext()) {
                    throw new RecordingException(
                            directory, "is not empty, and a recording is never overwritten: name another directory");
                }
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(directory, e);
        }
    }

    /**
     * Keeps every attempt as a row of {@code attempts.csv}. To be asked for before anything is told; a recording that does so
     * is not carried.
     *
     * @throws RecordingException if it cannot be written
     */
    public void keepAttempts() {
        attemptsCsv = begun(new AttemptsFile(directory, provenance()));
    }

    private <F extends GrowingFile> F begun(F file) {
        files.add(file);
        return file;
    }

    /** Where it is written. */
    public Path directory() {
        return directory;
    }

    @Override
    public void injector(InjectorSecond second) {
        unlessBroken(() -> write(second));
    }

    private void write(InjectorSecond second) {
        CsvFile file = injectorCsv;
        if (file == null) {
            file = begun(InjectorCsv.create(directory));
            injectorCsv = file;
            // Begun while it can be: an injector that slips may have no file left to open.
            uncorrectedLog();
        }
        file.append(InjectorCsv.row(second));
        file.flush();
    }

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
        super.attempt(step, fate, dueNs, sentNs, doneNs);
        if (attemptsCsv != null && !broken) {
            attemptsCsv.append(new Attempt(step, fate, dueNs, sentNs, doneNs));
        }
    }

    @Override
    void keep(StationRow row) {
        unlessBroken(() -> stationsCsv.append(StationsCsv.row(row, provenance())));
    }

    /** The timeline's row comes after the steps' and stations': an interval counts as written if it is there. */
    @Override
    void keep(Closed interval) {
        unlessBroken(() -> write(interval));
    }

    private void write(Closed interval) {
        writeUncorrected(interval);
        latencyLog.write(interval.timeline().interval(), interval.latencies());
        if (attemptsCsv != null) {
            attemptsCsv.flush();
        }
        interval.steps().forEach(row -> stepsCsv.append(StepsCsv.row(row, provenance())));
        stepsCsv.flush();
        stationsCsv.flush();
        timelineCsv.append(TimelineCsv.row(interval.timeline(), provenance().axis()));
        timelineCsv.flush();
        int intervals = interval.timeline().interval() + 1;
        if (intervals >= regenciesDue) {
            replaceRegencies(intervals);
        }
    }

    /** Or leaves them as they are until the next interval, if no file can be opened just now. */
    private void replaceRegencies(int intervals) {
        try {
            RegenciesCsv.write(directory, regencies());
            regenciesDue = intervals + intervals / REGENCIES_AGE + 1;
        } catch (RecordingException e) {
            if (!WholeFile.mayPass(e)) {
                throw e;
            }
        }
    }

    private void writeUncorrected(Closed interval) {
        if (interval.latencies().anySlippedUnserved()) {
            uncorrectedLog().writeUncorrected(interval.timeline().interval(), interval.latencies());
        }
    }

    private LatencyFile uncorrectedLog() {
        LatencyFile log = uncorrectedLog;
        if (log == null) {
            log = begun(new LatencyFile(
                    directory.resolve(LatencyLog.UNCORRECTED), provenance().axis()));
            uncorrectedLog = log;
        }
        return log;
    }

    /**
     * Carries what is open and what is written, out of a recording that goes on, or into one that was just begun.
     *
     * @throws RecordingException if it cannot be written
     */
    @Override
    public void carry(State state) {
        if (attemptsCsv != null) {
            throw new IllegalStateException("a recording that keeps every attempt can't be carried");
        }
        super.carry(state);
        regenciesDue = state.of(regenciesDue);
        latencyLog.carry(state);
        timelineCsv.carry(state);
        stepsCsv.carry(state);
        stationsCsv.carry(state);
    }

    /** @throws BrokenOffException if it can't, the first time */
    private void unlessBroken(Runnable writing) {
        if (broken) {
            return;
        }
        try {
            writing.run();
        } catch (RecordingException e) {
            throw breakOff(e);
        }
    }

    private BrokenOffException breakOff(RecordingException cause) {
        broken = true;
        files.forEach(GrowingFile::abandon);
        ballast.drop();
        try {
            breakOff(directory, String.valueOf(cause.getMessage()));
        } catch (RecordingException gone) {
            // There is nothing left in which the reason could be told.
        }
        return new BrokenOffException(directory, cause);
    }

    /**
     * Says in a recording that was never finished why it was not: its writer can't say so itself any more.
     *
     * @param reason begins with a small letter and has no full stop
     */
    public static void breakOff(Path directory, String reason) {
        Provenance provenance = ProvenanceJson.read(directory);
        if (provenance.status() == RunStatus.RUNNING) {
            new Ballast(directory.resolve(Ballast.NAME)).drop();
            tell(directory, provenance.brokenOff(reason));
        }
    }

    private static void tell(Path directory, Provenance provenance) {
        try {
            ProvenanceJson.write(directory, provenance);
        } catch (RecordingException e) {
            // Without the reason it is INVALID too, for it was never finished.
        }
    }

    /** Writes down when the run ended, by the wall clock, and the memory it took. */
    public void ended(Instant at) {
        unlessBroken(() -> HostJson.write(directory, host.ended(at)));
    }

    /** As {@link #ended(Instant)}, of a live run. */
    public void ended(Instant at, ServedBy served) {
        unlessBroken(() -> HostJson.write(directory, host.ended(at).servedBy(served)));
    }

    /**
     * Writes what is still open, checks conservation, and closes.
     *
     * @param status how the run ended: complete or interrupted
     * @param invalidReasons why the engine itself does not trust the run; empty if it does
     * @throws ConservationException if what was told does not add up; the recording then stays unfinished
     * @throws BrokenOffException if it can't be written; the recording then stays unfinished. If that has happened before,
     *     nothing is left to do
     */
    public void finish(Audit audit, RunStatus status, List<String> invalidReasons) {
        finish(Optional.of(audit), status, invalidReasons);
    }

    /** As {@link #finish(Audit, RunStatus, List)}; the audit is empty where there is no ledger that could be asked. */
    public void finish(Optional<Audit> audit, RunStatus status, List<String> invalidReasons) {
        if (status == RunStatus.RUNNING) {
            throw new IllegalArgumentException("a finished run must be complete or interrupted, found running");
        }
        closeAll();
        unlessBroken(() -> {
            RegenciesCsv.write(directory, regencies());
            close();
            check(status);
            audit.ifPresent(found -> AuditJson.write(directory, found));
            ProvenanceJson.write(directory, provenance().finished(status, invalidReasons, written()));
        });
    }

    private Extent written() {
        return attemptsCsv == null ? extent() : extent().withAttempts(attemptsCsv.rows());
    }

    @Override
    public void close() {
        if (broken) {
            return;
        }
        files.forEach(GrowingFile::close);
        ballast.drop();
    }
}
