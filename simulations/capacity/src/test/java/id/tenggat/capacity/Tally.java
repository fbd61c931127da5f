package id.tenggat.capacity;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Counts everything, and keeps the instants of completions. */
final class Tally implements Recorder {

    final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
    final List<Long> completedNs = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    long arrived;
    long carriedIn;
    long begun;
    double servedLatencyNs;
    double busyNs;
    double queueNs;
    double capacityNs;
    /** Of all stations, interval by interval. */
    final List<StationSample> samples = new ArrayList<>();

    private final Map<Integer, StationSample> stations = new HashMap<>();
    /** Of each station the integral of those inside, waiting or served, over time. */
    final Map<Integer, Long> insideNs = new TreeMap<>();

    /** Attempts of a time of which it was said that nothing would be told any more. */
    long toldTooLate;

    private long advancedNs;
    private final boolean keepsCalls;
    private final long intervalNs;

    Tally() {
        this(false, 3600);
    }

    /** One that also writes down every call. */
    static Tally ofEverything() {
        return new Tally(true, 3600);
    }

    /** One with intervals of so many seconds. */
    static Tally inIntervalsOf(long seconds) {
        return new Tally(false, seconds);
    }

    private Tally(boolean keepsCalls, long intervalSeconds) {
        this.keepsCalls = keepsCalls;
        this.intervalNs = intervalSeconds * 1_000_000_000;
    }

    @Override
    public long intervalNs() {
        return intervalNs;
    }

    @Override
    public void carriedIn(int regency) {
        carriedIn++;
        note("carried in " + regency);
    }

    @Override
    public void arrived(int regency, long atNs) {
        arrived++;
        note("arrived " + regency + " " + atNs);
    }

    @Override
    public void begun(int step, long atNs) {
        begun++;
        note("begun " + step + " " + atNs);
    }

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
        fates.merge(fate, 1L, Long::sum);
        toldTooLate += sentNs < advancedNs ? 1 : 0;
        if (fate == Fate.SERVED) {
            servedLatencyNs += doneNs - dueNs;
        }
        note(step + " " + fate + " " + dueNs + " " + sentNs + " " + doneNs);
    }

    @Override
    public void ended(int regency, Ending ending, long atNs) {
        endings.merge(ending, 1L, Long::sum);
        if (ending == Ending.COMPLETED) {
            completedNs.add(atNs);
        }
        note(ending + " " + regency + " " + atNs);
    }

    @Override
    public void station(int interval, int station, StationSample sample) {
        busyNs += sample.busyNs();
        queueNs += sample.queueNs();
        capacityNs += sample.capacityNs();
        samples.add(sample);
        stations.merge(station, sample, Tally::sum);
        insideNs.merge(station, (long) sample.queueNs() + (long) sample.busyNs(), Math::addExact);
        note(interval + " " + station + " " + sample);
    }

    @Override
    public void advanceTo(long nowNs) {
        advancedNs = nowNs;
    }

    private static StationSample sum(StationSample a, StationSample b) {
        return new StationSample(
                a.entered() + b.entered(),
                a.rejected() + b.rejected(),
                a.served() + b.served(),
                a.wasted() + b.wasted(),
                a.failed() + b.failed(),
                Math.max(a.queueMax(), b.queueMax()),
                a.queueNs() + b.queueNs(),
                a.busyNs() + b.busyNs(),
                a.wastedNs() + b.wastedNs(),
                a.capacityNs() + b.capacityNs());
    }

    /** What a station, or a pool, did in all. */
    StationSample of(int station) {
        return Objects.requireNonNull(stations.get(station));
    }

    long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    long count(Ending ending) {
        return endings.getOrDefault(ending, 0L);
    }

    long ended() {
        return endings.values().stream().mapToLong(Long::longValue).sum();
    }

    double meanServedSeconds() {
        return servedLatencyNs / count(Fate.SERVED) / 1e9;
    }

    private void note(String call) {
        if (keepsCalls) {
            calls.add(call);
        }
    }
}
