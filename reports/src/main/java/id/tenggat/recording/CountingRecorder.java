package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Provenance.Extent;
import id.tenggat.state.State;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Counts what an engine tells, hands every interval that is over to whoever keeps it, and checks at the end that nothing
 * and nobody was lost. An attempt allocates nothing.
 */
abstract sealed class CountingRecorder implements Recorder permits RecordingWriter, MemoryRecorder {

    /**
     * An interval that is over.
     *
     * @param latencies to be drained by whoever keeps it
     * @param steps in the journey's order
     */
    record Closed(OpenLatencies latencies, List<StepRow> steps, TimelineRow timeline) {}

    private final Provenance provenance;
    private final OpenIntervals open;
    private final RegencyBook regencies;
    private final StationBook stations;
    private int intervals;
    private long inside;
    private long sent;
    private long settled;

    CountingRecorder(Schedule schedule, Run run) {
        this.provenance = ProvenanceOfRun.beginning(schedule, run);
        this.open = new OpenIntervals(provenance);
        this.regencies = new RegencyBook(schedule.scenario().population().regencies());
        this.stations = new StationBook(provenance.stations());
    }

    /** Keeps an interval that is over. */
    abstract void keep(Closed interval);

    /** Keeps what a station did in an interval. */
    abstract void keep(StationRow row);

    /** As it was when the run began. */
    final Provenance provenance() {
        return provenance;
    }

    final RegencyBook regencies() {
        return regencies;
    }

    @Override
    public final long intervalNs() {
        return provenance.axis().intervalNs();
    }

    @Override
    public final long slipLimitNs() {
        return provenance.limits().slipP99Ns();
    }

    @Override
    public final void carriedIn(int regency) {
        regencies.carriedIn(regency);
        inside++;
    }

    @Override
    public final void arrived(int regency, long atNs) {
        regencies.arrived(regency);
        open.at(atNs).arrived();
    }

    @Override
    public final void begun(int step, long atNs) {
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
    public final void ended(int regency, Ending ending, long atNs) {
        regencies.ended(regency, ending);
        open.at(atNs).ended(ending);
    }

    @Override
    public final void station(int interval, int station, StationSample sample) {
        stations.told(interval, station);
        keep(new StationRow(interval, station, sample));
    }

    @Override
    public final void advanceTo(long nowNs) {
        open.closeUntil(nowNs, this::close);
    }

    private void close(OpenInterval interval, int index) {
        List<StepRow> steps = IntStream.range(0, provenance.steps().size())
                .mapToObj(step -> interval.step(index, step))
                .toList();
        TimelineRow timeline = interval.timeline(index, inside);
        intervals++;
        inside = timeline.inside();
        settled += timeline.fates().total() - timeline.fates().of(Fate.ABANDONED);
        keep(new Closed(interval.latencies(), steps, timeline));
    }

    /** Carries what is open, into a recorder that has been told nothing. */
    void carry(State state) {
        intervals = state.of(intervals);
        inside = state.of(inside);
        sent = state.of(sent);
        settled = state.of(settled);
        open.carry(state);
        regencies.carry(state);
        stations.carry(state);
    }

    /** Hands over everything that is still open. */
    final void closeAll() {
        open.closeUntil(stations.intervals() * intervalNs(), this::close);
        open.closeAll(this::close);
    }

    /**
     * Checks conservation, once everything is closed.
     *
     * @throws ConservationException if what was told does not add up
     */
    final void check(RunStatus status) {
        regencies.check();
        stations.check();
        if (sent != settled) {
            throw new ConservationException("%d attempts were sent, but %d have a fate".formatted(sent, settled));
        }
        if (status == RunStatus.COMPLETE) {
            regencies.checkAgainst(provenance.due());
        }
    }

    final Extent extent() {
        return new Extent(intervals, stations.rows(), regencies.size(), OptionalLong.empty());
    }
}
