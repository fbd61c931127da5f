package id.tenggat.capacity;

import id.tenggat.state.State;

import java.util.Arrays;

/** Pending timeouts. All clients wait equally long, so they come due in the order in which they were set: a ring. */
final class TimeoutLane {

    /** What a place takes in all arrays. */
    static final int BYTES_PER_SLOT = 16;

    private long[] timeNs = new long[1024];
    private int[] request = new int[1024];
    private int[] stamp = new int[1024];
    private int head;
    private int size;

    /** Adds a timeout that is due no earlier than any before it. */
    void add(long newTimeNs, int newRequest, int newStamp) {
        if (size == timeNs.length) {
            grow();
        }
        int i = (head + size++) & (timeNs.length - 1);
        timeNs[i] = newTimeNs;
        request[i] = newRequest;
        stamp[i] = newStamp;
    }

    int size() {
        return size;
    }

    /** How many it has room for: no more than twice as many as there ever were at once. */
    int capacity() {
        return timeNs.length;
    }

    /** Time of the first timeout; the far end of time if there is none. */
    long timeNs() {
        return size == 0 ? Long.MAX_VALUE : timeNs[head];
    }

    int request() {
        return request[head];
    }

    int stamp() {
        return stamp[head];
    }

    void pop() {
        head = (head + 1) & (timeNs.length - 1);
        size--;
    }

    private void grow() {
        timeNs = unrolled(timeNs);
        request = unrolled(request);
        stamp = unrolled(stamp);
        head = 0;
    }

    private long[] unrolled(long[] ring) {
        long[] straight = Arrays.copyOf(Arrays.copyOfRange(ring, head, ring.length), ring.length * 2);
        System.arraycopy(ring, 0, straight, ring.length - head, head);
        return straight;
    }

    private int[] unrolled(int[] ring) {
        int[] straight = Arrays.copyOf(Arrays.copyOfRange(ring, head, ring.length), ring.length * 2);
        System.arraycopy(ring, 0, straight, ring.length - head, head);
        return straight;
    }

    /**
     * Into an empty lane.
     *
     * @param requests how many slots of requests there are
     */
    void carry(State state, int requests) {
        int count = state.count(size, Long.BYTES + Integer.BYTES + Integer.BYTES);
        while (timeNs.length < count) {
            grow();
        }
        size = count;
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (timeNs.length - 1);
            timeNs[at] = state.of(timeNs[at]);
            request[at] = state.index(request[at], requests);
            stamp[at] = state.of(stamp[at]);
        }
    }
}
