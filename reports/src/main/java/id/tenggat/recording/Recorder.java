package id.tenggat.recording;

import id.tenggat.scenario.Timeline;

/**
 * What an engine tells while it runs. Times are engine nanoseconds of the scenario's timeline. Interval i covers
 * [i, i + 1) × {@link #intervalNs()}. Calls come from one thread at a time, in order of time as far as the engine knows
 * it: what belongs to an interval that is already written counts in the oldest one still open.
 */
public interface Recorder {

    /** The most intervals of a run. */
    int MAX_INTERVALS = 10_000_000;

    /** Where engine time ends for a run with intervals of this length: earlier than elsewhere if they are short. */
    static long endOfTimeNs(long intervalNs) {
        return intervalNs > Timeline.END_NS / MAX_INTERVALS ? Timeline.END_NS : MAX_INTERVALS * intervalNs;
    }

    /** Length of an interval, in engine nanoseconds. */
    long intervalNs();

    /** The greatest 99th percentile of sent − due that a run may have, in nanoseconds. */
    default long slipLimitNs() {
        return Long.MAX_VALUE;
    }

    /** An applicant was inside when the run began. */
    void carriedIn(int regency);

    /** An applicant came for the first time. */
    void arrived(int regency, long atNs);

    /** An applicant was to send the first attempt of a step. */
    void begun(int step, long atNs);

    /**
     * An attempt ended.
     *
     * @param dueNs when the plan wanted it sent
     * @param sentNs when it was sent, due or later; for {@link Fate#ABANDONED} equal to due
     * @param doneNs when its fate was known
     */
    void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs);

    /** An applicant's journey ended. */
    void ended(int regency, Ending ending, long atNs);

    /** What a station did in one interval. Once for each station and interval. */
    void station(int interval, int station, StationSample sample);

    /** What a live run's injector measured of itself in one second; a simulated run has none. */
    default void injector(InjectorSecond second) {}

    /** Nothing before this time will be told any more: intervals that end by then may be written. */
    void advanceTo(long nowNs);
}
