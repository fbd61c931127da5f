package id.tenggat.stack;

import org.jspecify.annotations.Nullable;

/** Tickets by rank, and those of one rank in order of their coming; one in the middle leaves at the cost of one at an end, as clients do by the thousand. */
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

    /** Who stands in front. */
    @Nullable
    Ticket first() {
        return first;
    }

    /** Who stands at the end. */
    @Nullable
    Ticket last() {
        return last;
    }

    /** Behind all of its rank or a lower one. Takes as many looks as there are of a higher rank. */
    void add(Ticket ticket) {
        Ticket before = last;
        Ticket after = null;
        while (before != null && before.rank > ticket.rank) {
            after = before;
            before = before.before;
        }
        insert(before, ticket, after);
    }

    private void insert(@Nullable Ticket before, Ticket ticket, @Nullable Ticket after) {
        ticket.before = before;
        ticket.after = after;
        if (before == null) {
            first = ticket;
        } else {
            before.after = ticket;
        }
        if (after == null) {
            last = ticket;
        } else {
            after.before = ticket;
        }
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
