package id.tenggat.stack;

import org.jspecify.annotations.Nullable;

/** Tickets in order of their coming; one in the middle leaves at the cost of one at an end, as clients do by the thousand. */
final class TicketLine {

    private @Nullable Ticket first;
    private @Nullable Ticket last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The oldest. */
    @Nullable
    Ticket first() {
        return first;
    }

    /** The newest. */
    @Nullable
    Ticket last() {
        return last;
    }

    void add(Ticket ticket) {
        ticket.before = last;
        if (last == null) {
            first = ticket;
        } else {
            last.after = ticket;
        }
        last = ticket;
        size++;
    }

    void remove(Ticket ticket) {
        Ticket before = ticket.before;
        Ticket after = ticket.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        ticket.before = null;
        ticket.after = null;
        size--;
    }
}
