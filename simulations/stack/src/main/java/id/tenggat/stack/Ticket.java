package id.tenggat.stack;

import org.jspecify.annotations.Nullable;

/** An attempt inside a station, and where it stands. */
final class Ticket {

    enum Place {
        WAITING,
        IN_SERVICE,
        GONE
    }

    final Attempt attempt;
    Place place = Place.WAITING;
    boolean clientLeft;

    /** When it came: engine time. */
    long cameNs;

    /** Its rank in the line. */
    long rank;

    /** Neighbours in its {@link TicketLine}. */
    @Nullable
    Ticket before;

    @Nullable
    Ticket after;

    Ticket(Attempt attempt) {
        this.attempt = attempt;
    }
}
