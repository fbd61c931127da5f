package id.tenggat.capacity;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    /** Of each station the integral of those inside, waiting or served, over time. */
    final Map<Integer, Long> insideNs = new TreeMap<>();

    /** Attempts of a time of which it was said that nothing would be told any more. */
    long toldTooLate;

    private long advancedNs;
    private final boolean keepsCalls;

    Tally() {
        this(false);
    }

    /** One that also writes down every call. */
    static Tally ofEverything() {
        return new Tally(true);
    }

    private Tally(boolean keepsCalls) {
        this.keepsCalls = keepsCalls;
    }

    @Override
    public long intervalNs() {
        return 3_600_000_000_000L;
    }

    @Override
    public void carriedIn(int regency) {
        carriedIn++;
    }

    @Override
    public void arrived(int regency, long atNs) {
        arrived++;
        note("arrived " + regency + " " + atNs);
    }

    @Override
    public void begun(int step, long atNs) {
        begun++;
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
        insideNs.merge(station, (long) sample.queueNs() + (long) sample.busyNs(), Math::addExact);
        note(interval + " " + station + " " + sample);
    }

    @Override
    public void advanceTo(long nowNs) {
        advancedNs = nowNs;
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
