package id.tenggat.benchmarks;

import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.benchmarks.measure.Quantiles;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Watch;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The waits of a run's attempts.
 *
 * @param meanMs milliseconds
 * @param p99Ms what 99 of a hundred do not wait for longer than
 */
record Waits(double meanMs, double p99Ms) {

    private static final double QUANTILE = 0.99;
    private static final double MS = 1e6;

    static Waits of(long[] waitsNs) {
        double meanNs = Arrays.stream(waitsNs).average().orElseThrow();
        return new Waits(meanNs / MS, Quantiles.ofNs(waitsNs).p99Ms());
    }

    static Waits of(ErlangC steady) {
        return new Waits(steady.meanMs(), steady.quantileMs(QUANTILE));
    }

    /** As the simulator plays a schedule whose first station serves everybody once, first come, first served. */
    static Waits simulated(Schedule schedule) {
        Ends ends = new Ends();
        new Simulator(schedule, ends, Watch.NOBODY).run();
        ends.served.sort(Comparator.comparingLong(Ends.Served::dueNs));
        ServiceDraws draws = new ServiceDraws(schedule.scenario(), 0);
        long[] waitsNs = new long[ends.served.size()];
        Cursor arrivals = schedule.cursor();
        for (int i = 0; arrivals.advance(); i++) {
            Ends.Served served = ends.served.get(i);
            waitsNs[i] = served.doneNs() - served.dueNs() - draws.serviceNs(arrivals.applicant(), 0, 0);
        }
        return of(waitsNs);
    }

    /** When each attempt was due and done. */
    private static final class Ends extends QuietRecorder {

        private final List<Served> served = new ArrayList<>();

        private record Served(long dueNs, long doneNs) {}

        Ends() {
            super(1_000_000_000);
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            if (fate != Fate.SERVED) {
                throw new IllegalStateException("everybody must be served, somebody is " + fate);
            }
            served.add(new Served(dueNs, doneNs));
        }
    }
}
