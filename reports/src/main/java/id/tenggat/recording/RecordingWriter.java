package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Provenance.Extent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes a recording while an engine runs. Every interval that {@link #advanceTo} passes is on the disk when it returns,
 * so that a crash loses only what is open, and what the last eighth of the run has changed regency by regency. An engine that tells of an attempt only when it has ended may let
 * {@link #advanceTo} trail by its longest attempt: then each is counted as sent in the interval in which it was. An attempt
 * allocates nothing. Until {@link #finish} the recording's status is
 * running; closed without it, it stays so, and its verdict is INVALID.
 */
public final class RecordingWriter implements Recorder, AutoCloseable {

    static final String SCENARIO = "scenario.yaml";

    /** Replacing a file costs as much as thousands of attempts: while running it may be older by this part of the run. */
    private static final int REGENCIES_AGE = 8;

    private final Path directory;
    private final Provenance provenance;
    private final Host host;
    private final OpenIntervals open;
    private final RegencyBook regencies;
    private final StationBook stations;
    private final LatencyLog.Out latencyLog;
    private final CsvFile timelineCsv;
    private final CsvFile stepsCsv;
    private final CsvFile stationsCsv;
    private int intervals;
    private int regenciesDue;
    private long inside;
    private long sent;
    private long settled;

    private RecordingWriter(Path directory, Schedule schedule, Run run) {
        this.directory = directory;
        this.provenance = ProvenanceOfRun.beginning(schedule, run);
        this.host = run.host();
        this.open = new OpenIntervals(provenance);
        this.regencies = new RegencyBook(schedule.scenario().population().regencies());
        this.stations = new StationBook(provenance.stations());
        ProvenanceJson.write(directory, provenance);
        HostJson.write(directory, host);
        WholeFile.write(directory.resolve(SCENARIO), run.scenarioText());
        RegenciesCsv.write(directory, regencies);
        this.latencyLog = new LatencyLog.Out(directory, provenance.axis());
        this.timelineCsv = TimelineCsv.create(directory);
        this.stepsCsv = StepsCsv.create(directory);
        this.stationsCsv = StationsCsv.create(directory);
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

    /** Where it is written. */
    public Path directory() {
        return directory;
    }

    @Override
    public long intervalNs() {
        return provenance.axis().intervalNs();
    }

    @Override
    public void carriedIn(int regency) {
        regencies.carriedIn(regency);
        inside++;
    }

    @Override
    public void arrived(int regency, long atNs) {
        regencies.arrived(regency);
        open.at(atNs).arrived();
    }

    @Override
    public void begun(int step, long atNs) {
        open.at(atNs).begun(step);
    }

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
        if (sentNs < dueNs || doneNs < sentNs) {
            throw new IllegalArgumentException(
                    "due, sent, done must be in order, found " + dueNs + ", " + sentNs + ", " + doneNs);
        }
        if (fate != Fate.ABANDONED) {
            open.at(sentNs).sent(step);
            sent++;
        }
        open.at(doneNs).attempt(step, fate, sentNs - dueNs, doneNs - dueNs);
    }

    @Override
    public void ended(int regency, Ending ending, long atNs) {
        regencies.ended(regency, ending);
        open.at(atNs).ended(ending);
    }

    @Override
    public void station(int interval, int station, StationSample sample) {
        stations.told(interval, station);
        stationsCsv.append(StationsCsv.row(new StationRow(interval, station, sample), provenance));
    }

    @Override
    public void advanceTo(long nowNs) {
        open.closeUntil(nowNs, this::write);
    }

    private void write(OpenInterval interval, int index) {
        latencyLog.write(index, interval.latencies());
        for (int step = 0; step < provenance.steps().size(); step++) {
            stepsCsv.append(StepsCsv.row(interval.step(index, step), provenance));
        }
        stepsCsv.flush();
        stationsCsv.flush();
        writeTimeline(interval.timeline(index, inside));
        if (intervals >= regenciesDue) {
            RegenciesCsv.write(directory, regencies);
            regenciesDue = intervals + intervals / REGENCIES_AGE + 1;
        }
    }

    /** Last of an interval's rows: an interval counts as written if this one is there. */
    private void writeTimeline(TimelineRow row) {
        intervals++;
        inside = row.inside();
        settled += row.fates().total() - row.fates().of(Fate.ABANDONED);
        timelineCsv.append(TimelineCsv.row(row, provenance.axis()));
        timelineCsv.flush();
    }

    /** Writes down when the run ended, by the wall clock, and the memory it took. */
    public void ended(Instant at) {
        HostJson.write(directory, host.ended(at));
    }

    /**
     * Writes what is still open, checks conservation, and closes.
     *
     * @param status how the run ended: complete or interrupted
     * @param invalidReasons why the engine itself does not trust the run; empty if it does
     * @throws ConservationException if what was told does not add up; the recording then stays unfinished
     */
    public void finish(Audit audit, RunStatus status, List<String> invalidReasons) {
        if (status == RunStatus.RUNNING) {
            throw new IllegalArgumentException("a finished run must be complete or interrupted, found running");
        }
        open.closeUntil(stations.intervals() * intervalNs(), this::write);
        open.closeAll(this::write);
        RegenciesCsv.write(directory, regencies);
        close();
        check(status);
        AuditJson.write(directory, audit);
        ProvenanceJson.write(directory, provenance.finished(status, invalidReasons, extent()));
    }

    private Extent extent() {
        return new Extent(intervals, stations.rows(), regencies.size());
    }

    private void check(RunStatus status) {
        regencies.check();
        stations.check();
        if (sent != settled) {
            throw new ConservationException("%d attempts were sent, but %d have a fate".formatted(sent, settled));
        }
        if (status == RunStatus.COMPLETE) {
            regencies.checkAgainst(provenance.due());
        }
    }

    @Override
    public void close() {
        latencyLog.close();
        timelineCsv.close();
        stepsCsv.close();
        stationsCsv.close();
    }
}
