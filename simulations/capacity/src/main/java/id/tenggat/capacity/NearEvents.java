package id.tenggat.capacity;

import java.util.Arrays;

/** The events that are due first, in order: a binary heap. An event is a slot of its owner's tables, in it at most once. */
final class NearEvents {

    /** Decides between two events at the same time. */
    interface Ties {
        /** The event of the smaller value comes first; different for each slot that is pending. */
        long of(int slot);
    }

    private static final int FIRST_CAPACITY = 64;

    private final Ties ties;
    private long[] timesNs = new long[FIRST_CAPACITY];
    private int[] slots = new int[FIRST_CAPACITY];
    private int size;

    NearEvents(Ties ties) {
        this.ties = ties;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the first; there must be one. */
    long firstNs() {
        return timesNs[0];
    }

    /** Slot of the first; there must be one. */
    int first() {
        return slots[0];
    }

    /** Times of all, in no order. */
    long[] timesNs() {
        return Arrays.copyOf(timesNs, size);
    }

    /** Slots of all, in the same order. */
    int[] slots() {
        return Arrays.copyOf(slots, size);
    }

    /** Time of the i-th, in no order. */
    long timeNs(int i) {
        return timesNs[i];
    }

    /** Slot of the i-th, in no order. */
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

    void removeFirst() {
        remove(0);
    }

    void clear() {
        size = 0;
    }

    /** Takes the event of a slot away, which must be in it. */
    void removeSlot(int slot) {
        int i = 0;
        while (slots[i] != slot) {
            i++;
        }
        remove(i);
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

    private void remove(int hole) {
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
            if (!isBefore(timesNs[child], slots[child], timeNs, slot)) {
                break;
            }
            timesNs[i] = timesNs[child];
            slots[i] = slots[child];
            i = child;
        }
        siftUp(i, slot, timeNs);
    }

    private boolean isBefore(long timeNs, int slot, int at) {
        return isBefore(timeNs, slot, timesNs[at], slots[at]);
    }

    private boolean isBefore(long timeNs, int slot, long otherNs, int other) {
        return timeNs < otherNs || (timeNs == otherNs && ties.of(slot) < ties.of(other));
    }
}
