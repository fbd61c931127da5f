package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Scenario;

import java.util.List;
import java.util.stream.LongStream;

/** One replication, seen as theory speaks of it: times in the system, who is in it at an instant, who is turned away. */
final class TheoryRun extends QuietRecorder {

    private static final int MOST_STEPS = 8;

    private final long[] instantsNs;
    private final long[] inside;
    private final long longNs;
    private final double[] servedSeconds = new double[MOST_STEPS];
    private final long[] served = new long[MOST_STEPS];
    private long servedLong;
    private long rejected;
    private long sent;
    private long entered;
    private long worked;
    private double queueSeconds;
    private double busySeconds;
    private long lastEndNs;
    private final double[] queuedSeconds = new double[MOST_STEPS];
    private final long[] queued = new long[MOST_STEPS];

    /**
     * What to look at.
     *
     * @param instantsSeconds when who is inside is counted
     * @param longSeconds times in the system above this are counted
     */
    record Look(List<Double> instantsSeconds, double longSeconds) {
        static final Look NOWHERE = longerThan(0);

        static Look longerThan(double seconds) {
            return new Look(List.of(), seconds);
        }

        static Look at(Double... instantsSeconds) {
            return new Look(List.of(instantsSeconds), 0);
        }
    }

    private TheoryRun(Look look) {
        super(3_600_000_000_000L);
        this.instantsNs = look.instantsSeconds().stream()
                .mapToLong(seconds -> (long) (seconds * 1e9))
                .toArray();
        this.inside = new long[instantsNs.length];
        this.longNs = (long) (look.longSeconds() * 1e9);
    }

    static TheoryRun of(Scenario scenario, Look look) {
        return of(Schedule.of(scenario), look);
    }

    static TheoryRun of(Schedule schedule, Look look) {
        TheoryRun run = new TheoryRun(look);
        new Simulator(schedule, run, Watch.NOBODY).run();
        return run;
    }

    /** Mean time in the system of those who were served. */
    double meanSeconds() {
        return meanSeconds(0);
    }

    double meanSeconds(int step) {
        return servedSeconds[step] / served[step];
    }

    /** Mean wait of those who came to a station, or asked a pool for a connection: who did not wait counts as 0. */
    double meanWaitSeconds(int station) {
        return queuedSeconds[station] / queued[station];
    }

    /** Share of the served whose time in the system was longer than asked for. */
    double longShare() {
        return (double) servedLong / LongStream.of(served).sum();
    }

    double rejectedShare() {
        return (double) rejected / sent;
    }

    /** Share of those let in who never came to a worker. */
    double unservedShare() {
        return 1 - (double) worked / entered;
    }

    /** The queue's length, integrated over the run. */
    double queueSeconds() {
        return queueSeconds;
    }

    /** Busy workers, integrated over the run. */
    double busySeconds() {
        return busySeconds;
    }

    /** Mean wait of those let in, whether a worker or their patience ended it: by Little's law, which the swarm holds. */
    double meanWaitSeconds() {
        return queueSeconds / entered;
    }

    /** How many were inside at the i-th of the instants that were looked at. */
    double inside(int i) {
        return inside[i];
    }

    double lastEndSeconds() {
        return lastEndNs / 1e9;
    }

    @Override
    public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
        sent += fate == Fate.ABANDONED ? 0 : 1;
        rejected += fate == Fate.REJECTED ? 1 : 0;
        for (int i = 0; i < inside.length; i++) {
            inside[i] += dueNs <= instantsNs[i] && instantsNs[i] < doneNs ? 1 : 0;
        }
        if (fate == Fate.SERVED) {
            served[step]++;
            servedSeconds[step] += (doneNs - dueNs) / 1e9;
            servedLong += doneNs - dueNs > longNs ? 1 : 0;
        }
    }

    @Override
    public void ended(int regency, Ending ending, long atNs) {
        lastEndNs = Math.max(lastEndNs, atNs);
    }

    @Override
    public void station(int interval, int station, StationSample sample) {
        entered += sample.entered();
        worked += sample.served() + sample.wasted();
        queued[station] += sample.entered();
        queuedSeconds[station] += sample.queueNs() / 1e9;
        queueSeconds += sample.queueNs() / 1e9;
        busySeconds += sample.busyNs() / 1e9;
    }
}
