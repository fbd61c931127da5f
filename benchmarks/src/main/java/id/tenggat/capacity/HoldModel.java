package id.tenggat.capacity;

/**
 * The hold model on the simulator's own pending-event set: take the first event, and put it in again an increment later
 * (Vaucher and Duval, Communications of the ACM 18, 1975). It stands in this package because the set is nobody else's.
 */
public final class HoldModel {

    private final EventQueue events = new EventQueue();
    private long sequence;

    /** Puts in an event at this time, in nanoseconds, 0 or more. */
    public void add(long atNs, int subject) {
        events.add(atNs, sequence++ << 3, subject, 0);
    }

    /** Takes the first event, puts it in again so many nanoseconds later, and returns its time. */
    public long hold(long incrementNs) {
        long nowNs = events.timeNs();
        int subject = events.subject();
        events.pop();
        add(nowNs + incrementNs, subject);
        return nowNs;
    }
}
