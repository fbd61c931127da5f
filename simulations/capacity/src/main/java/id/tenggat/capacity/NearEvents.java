package id.tenggat.capacity;

/**
 * The events that are due first, in order. An event is a slot of its owner's tables, in it at most once. A few stand in a row,
 * into which those of a day are put all at once without a branch that nobody could foretell: each one's place is how many are
 * before it. Should there be more, as when everybody tries again at the same instant, they stand in a heap beside it.
 */
final class NearEvents {

    /** Decides between two events at the same time. */
    interface Ties {
        /** The event of the smaller value comes first; different for each slot that is pending. */
        long of(int slot);

        /** True if an event of one slot and time comes before another. */
        default boolean isBefore(long timeNs, int slot, long otherNs, int other) {
            return timeNs < otherNs || (timeNs == otherNs && of(slot) < of(other));
        }
    }

    /** What is done with each of them, in no order. */
    interface Each {
        /** The event of a slot, and when it is due. */
        void is(int slot, long timeNs);
    }

    /** So many stand in the row at most. */
    private static final int FEW = 32;

    private final Ties ties;
    private final EventHeap many;

    /** The row: what stands from {@link #head} on, before {@link #end}. It begins again when it is empty. */
    private final long[] timesNs = new long[2 * FEW];

    private final int[] slots = new int[2 * FEW];
    private int head;
    private int end;

    NearEvents(Ties ties) {
        this.ties = ties;
        this.many = new EventHeap(ties);
    }

    int size() {
        return end - head + many.size();
    }

    boolean isEmpty() {
        return head == end && many.isEmpty();
    }

    /** Time of the first; there must be one. */
    long firstNs() {
        return isInRow() ? timesNs[head] : many.timeNs(0);
    }

    /** Whether the first of all stands in the row. */
    private boolean isInRow() {
        return many.isEmpty()
                || (head < end && ties.isBefore(timesNs[head], slots[head], many.timeNs(0), many.slot(0)));
    }

    /** Takes the first, of which there must be one; returns its slot. */
    int takeFirst() {
        if (isInRow()) {
            return slots[head++];
        }
        int slot = many.slot(0);
        many.remove(0);
        return slot;
    }

    /** Puts one more in. */
    void push(int slot, long timeNs) {
        if (end - head >= FEW) {
            many.push(slot, timeNs);
            return;
        }
        makeRoom();
        int i = end++;
        while (i > head && ties.isBefore(timeNs, slot, timesNs[i - 1], slots[i - 1])) {
            timesNs[i] = timesNs[i - 1];
            slots[i] = slots[i - 1];
            i--;
        }
        timesNs[i] = timeNs;
        slots[i] = slot;
    }

    private void makeRoom() {
        if (head == end) {
            head = 0;
            end = 0;
        } else if (end == timesNs.length) {
            System.arraycopy(timesNs, head, timesNs, 0, end - head);
            System.arraycopy(slots, head, slots, 0, end - head);
            end -= head;
            head = 0;
        }
    }

    /** Puts a few in, no more than {@value #FEW}, from two arrays, while it is empty. */
    void fill(long[] fromNs, int[] from, int first, int last) {
        head = 0;
        end = last - first;
        for (int i = first; i < last; i++) {
            int place = 0;
            long ns = fromNs[i];
            for (int j = first; j < last; j++) {
                place += (int) ((fromNs[j] - ns) >>> (Long.SIZE - 1));
                if (fromNs[j] == ns && i != j) {
                    place += ties.of(from[j]) < ties.of(from[i]) ? 1 : 0;
                }
            }
            timesNs[place] = ns;
            slots[place] = from[i];
        }
    }

    /** Takes the event of a slot away, which must be in it. */
    void remove(int slot) {
        for (int i = head; i < end; i++) {
            if (slots[i] == slot) {
                System.arraycopy(timesNs, i + 1, timesNs, i, end - i - 1);
                System.arraycopy(slots, i + 1, slots, i, end - i - 1);
                end--;
                return;
            }
        }
        int i = 0;
        while (many.slot(i) != slot) {
            i++;
        }
        many.remove(i);
    }

    void forEach(Each each) {
        for (int i = head; i < end; i++) {
            each.is(slots[i], timesNs[i]);
        }
        for (int i = 0; i < many.size(); i++) {
            each.is(many.slot(i), many.timeNs(i));
        }
    }
}
