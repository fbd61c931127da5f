package id.tenggat.capacity;

import id.tenggat.state.State;

/**
 * A pending-event set. An event is a slot of its owner's tables and is in the set at most once; events are added at the time
 * of the last taken or later. Ties in time are decided by the owner, never by slots.
 */
interface PendingEvents {

    /** What {@link #timesNs} tells of a slot whose event is not pending. */
    long NOT_PENDING = -1;

    int size();

    /** Adds the event of a slot, which must not be in the set. */
    void add(int slot, long timeNs);

    /** Time of the first event; the far end of time if there is none. */
    long nextNs();

    /** Takes the first event, which {@link #nextNs} has told of; returns its slot. */
    int take();

    /** Takes an event away that is in the set at this time. */
    void remove(int slot, long timeNs);

    /** When the event of each of so many slots is due, or {@link #NOT_PENDING}. */
    long[] timesNs(int slots);

    /** How fast events are taken. */
    Pace pace();

    /**
     * Carries what is pending, into an empty set; the owner, who has so many slots, must be carried before. How long a day is
     * tells nothing but how fast the set works.
     */
    default void carry(State state, int slots) {
        pace().carry(state);
        long[] timesNs = state.of(timesNs(slots), slots);
        if (state.isReading()) {
            for (int slot = 0; slot < slots; slot++) {
                if (timesNs[slot] != NOT_PENDING) {
                    add(slot, timesNs[slot]);
                }
            }
        }
    }
}
