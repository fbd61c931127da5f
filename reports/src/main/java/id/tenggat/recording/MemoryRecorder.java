package id.tenggat.recording;

import id.tenggat.arrival.Schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps a recording in memory, for a run of which only the numbers are wanted: the same rows that a writer writes. */
public final class MemoryRecorder extends CountingRecorder {

    private static final Path NOWHERE = Path.of("");

    private final Run run;
    private final List<TimelineRow> timeline = new ArrayList<>();
    private final List<StepRow> steps = new ArrayList<>();
    private final List<StationRow> stations = new ArrayList<>();
    private final List<InjectorSecond> injector = new ArrayList<>();
    private final LatencyLog latencies = LatencyLog.empty();

    public MemoryRecorder(Schedule schedule, Run run) {
        super(schedule, run);
        this.run = run;
    }

    @Override
    public void injector(InjectorSecond second) {
        injector.add(second);
    }

    @Override
    void keep(StationRow row) {
        stations.add(row);
    }

    @Override
    void keep(Closed interval) {
        latencies.keep(interval.timeline().interval(), interval.latencies());
        steps.addAll(interval.steps());
        timeline.add(interval.timeline());
    }

    /**
     * Checks conservation and hands over what was told. The recording's directory is empty: it lies nowhere.
     *
     * @param status how the run ended: complete or interrupted
     * @throws ConservationException if what was told does not add up
     */
    public Recording finish(Audit audit, RunStatus status) {
        closeAll();
        check(status);
        stations.sort(Comparator.comparingInt(StationRow::interval).thenComparingInt(StationRow::station));
        return new Recording(
                NOWHERE,
                provenance().finished(status, List.of(), extent()),
                run.host(),
                run.scenarioText(),
                timeline,
                steps,
                stations,
                regencies().rows(),
                Optional.of(audit),
                latencies,
                injector);
    }
}
