package id.tenggat.capacity;

import id.tenggat.arrival.Tournament;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/**
 * When each worker of a station is free, work told ahead included. Some of them may not begin work: those who are free
 * first, so that as many are at work as may be, or more as long as nobody begins.
 */
final class FreeWorkers {

    /** Those who may begin work; null if nobody may. */
    private @Nullable Tournament allowed;

    /** When those who may not begin work are free, in order. */
    private long[] barredNs = new long[0];

    /** So many workers, one or more, all free at 0, who may all begin work. */
    FreeWorkers(int workers) {
        allowed = new Tournament(new long[workers]);
    }

    /** When the first of those who may begin work is free; the far end of time if nobody may. */
    long earliestNs() {
        return allowed == null ? Long.MAX_VALUE : allowed.leastKey();
    }

    /** The worker who is free first, one of those who may begin work, is free again only then: less than 2⁶² ns. */
    void holdEarliest(long untilNs) {
        Objects.requireNonNull(allowed, "a worker who may begin work").replaceLeast(untilNs);
    }

    /** From this time on so many may begin work, none of it earlier. */
    void allow(int count, long atNs) {
        allow(
                count,
                Arrays.stream(freeNs()).map(ns -> Math.max(ns, atNs)).sorted().toArray());
    }

    private void allow(int count, long[] freeNs) {
        barredNs = Arrays.copyOf(freeNs, freeNs.length - count);
        allowed = count == 0 ? null : new Tournament(Arrays.copyOfRange(freeNs, barredNs.length, freeNs.length));
    }

    /** Of all of them, those who may not begin work first. */
    private long[] freeNs() {
        long[] others = allowed == null ? new long[0] : allowed.keys();
        long[] freeNs = Arrays.copyOf(barredNs, barredNs.length + others.length);
        System.arraycopy(others, 0, freeNs, barredNs.length, others.length);
        return freeNs;
    }

    /** How many may not begin work. */
    int barred() {
        return barredNs.length;
    }

    /** When the i-th of those who may not begin work is free. */
    long barredUntilNs(int i) {
        return barredNs[i];
    }

    /** All are free at this time: what they did is broken off. */
    void freeAll(long atNs) {
        long[] freeNs = freeNs();
        Arrays.fill(freeNs, atNs);
        allow(freeNs.length - barredNs.length, freeNs);
    }
}
