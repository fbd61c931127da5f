package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.StampRefusedException;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Wall times of whole stamps, each timed by itself, one after the other on one thread. */
final class Timings {

    private static final int PERMILLE = 1000;

    private final long[] sortedNs;

    /** Of one stamp or more, in nanoseconds and any order. */
    Timings(long... ns) {
        this.sortedNs = ns.clone();
        Arrays.sort(sortedNs);
    }

    /**
     * When to stop.
     *
     * @param warmUpNs nanoseconds of stamping that are not counted
     * @param samples the most stamps that are counted
     * @param limitNs nanoseconds after which no more are counted
     */
    record Effort(long warmUpNs, int samples, long limitNs) {
        /** Half a minute at most, warm-up and start included. */
        static final Effort USUAL = new Effort(TimeUnit.SECONDS.toNanos(6), 20_000, TimeUnit.SECONDS.toNanos(18));
    }

    static Timings of(Product product, Request request, Effort effort) throws StampRefusedException {
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < effort.warmUpNs) {
            timeNs(product, request);
        }
        long[] times = new long[effort.samples];
        int count = 0;
        startNs = System.nanoTime();
        do {
            times[count++] = timeNs(product, request);
        } while (count < times.length && System.nanoTime() - startNs < effort.limitNs);
        return new Timings(Arrays.copyOf(times, count));
    }

    private static long timeNs(Product product, Request request) throws StampRefusedException {
        byte[] pdf = request.pdf();
        long startNs = System.nanoTime();
        byte[] stamped = product.stamp(pdf, request.nextSerial());
        long tookNs = System.nanoTime() - startNs;
        if (stamped.length <= pdf.length) {
            throw new IllegalStateException("a stamped document must be longer than before");
        }
        return tookNs;
    }

    int samples() {
        return sortedNs.length;
    }

    /** The quantiles 0, 1/1000, … 1 by nearest rank: 1001 values that never fall. */
    long[] quantilesNs() {
        long[] quantiles = new long[PERMILLE + 1];
        for (int i = 0; i <= PERMILLE; i++) {
            long rank = Math.max(1, ((long) i * sortedNs.length + PERMILLE - 1) / PERMILLE);
            quantiles[i] = sortedNs[(int) rank - 1];
        }
        return quantiles;
    }
}
