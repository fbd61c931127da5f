package id.tenggat.benchmarks;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.recording.StationSample;

/** Counts what both sides can be held to. */
final class Counted extends QuietRecorder {

    long attempts;
    long completed;
    double queueNs;

    Counted() {
        super(3_600_000_000_000L);
    }

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
        attempts += fate == Fate.ABANDONED ? 0 : 1;
    }

    @Override
    public void ended(int regency, Ending ending, long atNs) {
        completed += ending == Ending.COMPLETED ? 1 : 0;
    }

    @Override
    public void station(int interval, int station, StationSample sample) {
        queueNs += sample.queueNs();
    }

    /** Mean wait of those who were served, by Little's law: everybody's time in the queue, a head. */
    double meanWaitSeconds() {
        return queueNs / 1e9 / attempts;
    }
}
