package id.tenggat.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a run, read back from its directory.
 *
 * @param timeline one row an interval, in order
 * @param steps one row an interval and step, in that order
 * @param stations rows of stations where they told, in order of interval, then station
 * @param regencies in the order of the scenario
 * @param audit empty if the run was never finished, or there was no ledger that could be asked
 * @param injector one row a second of a live run, in order; empty if nobody measured
 */
public record Recording(
        Path directory,
        Provenance provenance,
        Host host,
        String scenarioText,
        List<TimelineRow> timeline,
        List<StepRow> steps,
        List<StationRow> stations,
        List<RegencyRow> regencies,
        Optional<Audit> audit,
        LatencyLog latencies,
        List<InjectorSecond> injector) {

    public Recording {
        timeline = List.copyOf(timeline);
        steps = List.copyOf(steps);
        stations = List.copyOf(stations);
        regencies = List.copyOf(regencies);
        injector = List.copyOf(injector);
    }

    /** The rows of one station, in order of interval. */
    public List<StationRow> stationRows(int station) {
        return stations.stream().filter(row -> row.station() == station).toList();
    }

    /**
     * Reads a recording. One whose status is running (its writer was killed) is read as far as it was written.
     *
     * @throws RecordingException if a file is missing, torn, foreign, garbled or of a newer format, in one line
     */
    public static Recording read(Path directory) {
        Recording recording = new RecordingReader(directory).read();
        if (recording.provenance().status() != RunStatus.RUNNING) {
            Agreement.check(recording);
        }
        return recording;
    }
}
