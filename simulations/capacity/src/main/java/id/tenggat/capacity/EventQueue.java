package id.tenggat.capacity;

import java.util.Arrays;

/**
 * The pending-event set: a binary heap over primitive arrays, in order of (time, sequence). An event is cancelled by its
 * owner's stamp, never removed.
 */
final class EventQueue {

    private static final int INITIAL = 1024;

    private long[] timeNs = new long[INITIAL];
    private long[] order = new long[INITIAL];
    private int[] subject = new int[INITIAL];
    private int[] stamp = new int[INITIAL];
    private int size;

    /**
     * Adds an event.
     *
     * @param newOrder sequence × 8 + kind: unique
     */
    void add(long newTimeNs, long newOrder, int newSubject, int newStamp) {
        if (size == timeNs.length) {
            grow();
        }
        int i = size++;
        while (i > 0 && isAfter((i - 1) >>> 1, newTimeNs, newOrder)) {
            move((i - 1) >>> 1, i);
            i = (i - 1) >>> 1;
        }
        put(i, newTimeNs, newOrder, newSubject, newStamp);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Time of the first event; the far end of time if there is none. */
    long timeNs() {
        return size == 0 ? Long.MAX_VALUE : timeNs[0];
    }

    long order() {
        return order[0];
    }

    int subject() {
        return subject[0];
    }

    int stamp() {
        return stamp[0];
    }

    /** Takes the first event away. */
    void pop() {
        int last = --size;
        int i = 0;
        while (2 * i + 1 < last) {
            int child = 2 * i + 1;
            if (child + 1 < last && isAfter(child, timeNs[child + 1], order[child + 1])) {
                child++;
            }
            if (!isAfter(last, timeNs[child], order[child])) {
                break;
            }
            move(child, i);
            i = child;
        }
        move(last, i);
    }

    private boolean isAfter(int i, long otherTimeNs, long otherOrder) {
        return timeNs[i] > otherTimeNs || (timeNs[i] == otherTimeNs && order[i] > otherOrder);
    }

    private void move(int from, int to) {
        put(to, timeNs[from], order[from], subject[from], stamp[from]);
    }

    private void put(int i, long newTimeNs, long newOrder, int newSubject, int newStamp) {
        timeNs[i] = newTimeNs;
        order[i] = newOrder;
        subject[i] = newSubject;
        stamp[i] = newStamp;
    }

    private void grow() {
        int capacity = timeNs.length * 2;
        timeNs = Arrays.copyOf(timeNs, capacity);
        order = Arrays.copyOf(order, capacity);
        subject = Arrays.copyOf(subject, capacity);
        stamp = Arrays.copyOf(stamp, capacity);
    }
}
