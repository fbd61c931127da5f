package id.tenggat.benchmarks;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;

/** Keeps nothing: what the engine costs by itself. */
record Silence(long intervalNs) implements Recorder {

    @Override
    public void carriedIn(int regency) {}

    @Override
    public void arrived(int regency, long atNs) {}

    @Override
    public void begun(int step, long atNs) {}

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {}

    @Override
    public void ended(int regency, Ending ending, long atNs) {}

    @Override
    public void station(int interval, int station, StationSample sample) {}

    @Override
    public void advanceTo(long nowNs) {}
}
