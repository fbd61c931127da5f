package id.tenggat.capacity;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
        note(interval + " " + station + " " + sample);
    }

    @Override
    public void advanceTo(long nowNs) {
        note("until " + nowNs);
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
