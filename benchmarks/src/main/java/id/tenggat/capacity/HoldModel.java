package id.tenggat.capacity;

/**
 * The hold model on the simulator's own pending-event set: take the first event, and put it in again an increment later
 * (Vaucher and Duval, Communications of the ACM 18, 1975). It stands in this package because the set is nobody else's.
 */
public final class HoldModel {

    private final EventWheel events = new EventWheel(new Slots());

    /** Nothing is known of a slot but its number. */
    private static final class Slots implements EventWheel.Owner {
        @Override
        public long of(int slot) {
            return slot;
        }

        @Override
        public long look(int slot) {
            return 0;
        }
    }

    /** Puts in the event of this slot, which must not be in, at this time in nanoseconds, 0 or more. */
    public void add(int slot, long atNs) {
        events.add(slot, atNs);
    }

    /** Takes the first event, puts it in again so many nanoseconds later, and returns its time. */
    public long hold(long incrementNs) {
        long nowNs = events.nextNs();
        events.add(events.take(), nowNs + incrementNs);
        return nowNs;
    }
}
