package id.tenggat.capacity;

import java.util.Arrays;

/** Events in order of time, then of their owner's ties: a binary heap. */
final class EventHeap {

    private final NearEvents.Ties ties;
    private long[] timesNs = new long[64];
    private int[] slots = new int[64];
    private int size;

    EventHeap(NearEvents.Ties ties) {
        this.ties = ties;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the i-th, in no order, but for the first of all. */
    long timeNs(int i) {
        return timesNs[i];
    }

    /** Slot of the i-th, in no order, but for the first of all. */
    int slot(int i) {
        return slots[i];
    }

    void push(int slot, long timeNs) {
        if (size == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        siftUp(size++, slot, timeNs);
    }

    private void siftUp(int from, int slot, long timeNs) {
        int i = from;
        while (i > 0 && isBefore(timeNs, slot, (i - 1) >>> 1)) {
            timesNs[i] = timesNs[(i - 1) >>> 1];
            slots[i] = slots[(i - 1) >>> 1];
            i = (i - 1) >>> 1;
        }
        timesNs[i] = timeNs;
        slots[i] = slot;
    }

    /** Takes the i-th away. */
    void remove(int hole) {
        int last = --size;
        long timeNs = timesNs[last];
        int slot = slots[last];
        if (hole == last) {
            return;
        }
        int i = hole;
        while (2 * i + 1 < last) {
            int child = 2 * i + 1;
            if (child + 1 < last && isBefore(timesNs[child + 1], slots[child + 1], child)) {
                child++;
            }
            if (!ties.isBefore(timesNs[child], slots[child], timeNs, slot)) {
                break;
            }
            timesNs[i] = timesNs[child];
            slots[i] = slots[child];
            i = child;
        }
        siftUp(i, slot, timeNs);
    }

    private boolean isBefore(long timeNs, int slot, int at) {
        return ties.isBefore(timeNs, slot, timesNs[at], slots[at]);
    }
}
