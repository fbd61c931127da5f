package id.tenggat.stack;

import id.tenggat.ledger.Entry;

/** Somebody in a waiting room. */
final class RoomGuest {

    final String token;

    /** For whom, and for which step, the token is. */
    final Entry entry;

    /** A token of the inflow has come: may go in. */
    boolean letIn;

    /** When it was last heard of: engine time. */
    long heardNs;

    /** Its place in its {@link RoomLine}'s table; without meaning once it is let in. */
    int index;

    RoomGuest(String token, Entry entry, long heardNs) {
        this.token = token;
        this.entry = entry;
        this.heardNs = heardNs;
    }

    /** Whether its token is for this applicant and step, under whatever key. */
    boolean isFor(Entry other) {
        return entry.applicant() == other.applicant() && entry.step() == other.step();
    }
}
