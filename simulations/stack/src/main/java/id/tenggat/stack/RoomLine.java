package id.tenggat.stack;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/**
 * Guests in order of their coming, each of whom may ask for the position and may leave, from anywhere, at the cost of the
 * logarithm of their number (Fenwick, Software: Practice and Experience 24, 1994). Whoever left keeps a gap until the table
 * is full; then all are moved up.
 */
final class RoomLine {

    private static final int FEWEST = 64;

    private @Nullable RoomGuest[] guests = new RoomGuest[FEWEST];
    /** Entry i counts the guests of the last (i & −i) indices before i. */
    private int[] tree = new int[FEWEST + 1];

    private int first;
    private int end;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Who came first of those who are here; there must be one. */
    RoomGuest first() {
        while (guests[first] == null) {
            first++;
        }
        return Objects.requireNonNull(guests[first]);
    }

    /** At the end. */
    void add(RoomGuest guest) {
        if (end == guests.length) {
            moveUp();
        }
        guest.index = end;
        guests[end] = guest;
        count(end, 1);
        end++;
        size++;
    }

    /** A guest leaves who is here. */
    void remove(RoomGuest guest) {
        guests[guest.index] = null;
        count(guest.index, -1);
        size--;
    }

    /** How many stand up to this guest, who is here: 1 is first. */
    int position(RoomGuest guest) {
        int position = 0;
        for (int i = guest.index + 1; i > 0; i -= i & -i) {
            position += tree[i];
        }
        return position;
    }

    private void count(int index, int change) {
        for (int i = index + 1; i < tree.length; i += i & -i) {
            tree[i] += change;
        }
    }

    private void moveUp() {
        RoomGuest[] here = Arrays.stream(guests).filter(Objects::nonNull).toArray(RoomGuest[]::new);
        int capacity = Math.max(FEWEST, Math.multiplyExact(2, here.length));
        guests = new RoomGuest[capacity];
        tree = new int[capacity + 1];
        first = 0;
        end = 0;
        size = 0;
        for (RoomGuest guest : here) {
            add(guest);
        }
    }
}
