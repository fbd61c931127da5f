package id.tenggat.capacity;

import java.util.Arrays;

/**
 * When each worker of a station is free, work told ahead included. Some of them may not begin work: those who are free
 * first, so that as many are at work as may be, or more as long as nobody begins.
 */
final class FreeWorkers {

    /** Those who may begin work, as a binary heap, the earliest first; behind them the others, in order. */
    private final long[] freeNs;

    private int size;

    /** So many workers, all free at 0, who may all begin work. */
    FreeWorkers(int workers) {
        freeNs = new long[workers];
        size = workers;
    }

    /** When the first of those who may begin work is free; the far end of time if nobody may. */
    long earliestNs() {
        return size == 0 ? Long.MAX_VALUE : freeNs[0];
    }

    /**
     * The worker who is free first is free again only then: most often after all the others, so the hole goes down to the
     * bottom first, and then up as far as it must (Floyd's way, as in Knuth 5.2.3, exercise 18).
     */
    void holdEarliest(long untilNs) {
        long[] heap = freeNs;
        int hole = 0;
        int last = size - 1;
        for (int child = 1; child < last; child = 2 * hole + 1) {
            child += heap[child + 1] < heap[child] ? 1 : 0;
            heap[hole] = heap[child];
            hole = child;
        }
        if (2 * hole + 1 == last) {
            heap[hole] = heap[last];
            hole = last;
        }
        int parent = (hole - 1) >>> 1;
        while (hole > 0 && heap[parent] > untilNs) {
            heap[hole] = heap[parent];
            hole = parent;
            parent = (hole - 1) >>> 1;
        }
        heap[hole] = untilNs;
    }

    /** From this time on so many may begin work, none of it earlier. */
    void allow(int count, long atNs) {
        for (int i = 0; i < freeNs.length; i++) {
            freeNs[i] = Math.max(freeNs[i], atNs);
        }
        Arrays.sort(freeNs);
        reverse(0, freeNs.length - count);
        reverse(freeNs.length - count, freeNs.length);
        reverse(0, freeNs.length);
        size = count;
    }

    private void reverse(int from, int until) {
        for (int i = from, j = until - 1; i < j; i++, j--) {
            long swapped = freeNs[i];
            freeNs[i] = freeNs[j];
            freeNs[j] = swapped;
        }
    }

    /** How many may not begin work. */
    int barred() {
        return freeNs.length - size;
    }

    /** When the i-th of those who may not begin work is free. */
    long barredUntilNs(int i) {
        return freeNs[size + i];
    }

    /** All are free at this time: what they did is broken off. */
    void freeAll(long atNs) {
        Arrays.fill(freeNs, atNs);
    }
}
