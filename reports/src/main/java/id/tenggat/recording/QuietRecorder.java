package id.tenggat.recording;

/** Keeps nothing; to be extended by whoever listens to one thing alone. */
public class QuietRecorder implements Recorder {

    private final long intervalNs;

    /**
     * @param intervalNs length of an interval, in engine nanoseconds
     */
    public QuietRecorder(long intervalNs) {
        this.intervalNs = intervalNs;
    }

    @Override
    public final long intervalNs() {
        return intervalNs;
    }

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
