package id.tenggat.capacity;

/**
 * What is to happen, and the clock. Three lanes make the set of pending events small: first arrivals are a cursor of the
 * schedule (kept by the simulator), timeouts are a ring, and the rest is a heap. Ties in time are decided by sequence.
 */
final class Agenda {

    /** Kinds of events, in the low bits of an event's order. */
    static final int ACT = 0;

    static final int SERVICE_END = 1;
    static final int TIMEOUT = 2;
    static final int CONDITION = 3;
    static final int INTERVAL = 4;

    private final EventQueue heap = new EventQueue();
    private final TimeoutLane timeouts = new TimeoutLane();
    private final long timeoutNs;
    private long sequence;
    private long nowNs;
    private int ticks;

    private int kind;
    private int subject;
    private int stamp;

    Agenda(long timeoutNs) {
        this.timeoutNs = timeoutNs;
    }

    long nowNs() {
        return nowNs;
    }

    /** Lets the clock stand at this time, which is never earlier than now. */
    void goTo(long ns) {
        if (ns < nowNs) {
            throw new IllegalStateException("time would run backward: " + nowNs + " ns to " + ns + " ns");
        }
        nowNs = ns;
    }

    void add(int newKind, long atNs, int newSubject, int newStamp) {
        heap.add(atNs, sequence++ << 3 | newKind, newSubject, newStamp);
    }

    /** Something that comes round by itself and keeps nobody inside. */
    void addTick(int newKind, long atNs, int newSubject) {
        ticks++;
        add(newKind, atNs, newSubject, 0);
    }

    /** The client of this request, sent now, leaves if no answer has come in time. */
    void addTimeout(int request, int requestStamp) {
        timeouts.add(Math.addExact(nowNs, timeoutNs), sequence++ << 3 | TIMEOUT, request, requestStamp);
    }

    /** Time of the next event; the far end of time if there is none. */
    long nextNs() {
        return Math.min(heap.timeNs(), timeouts.timeNs());
    }

    /** True if nothing but ticks is to happen: a timeout of a request that is no more does not count. */
    boolean isIdle(int requests) {
        return heap.size() == ticks && (requests == 0 || timeouts.size() == 0);
    }

    /** Takes the next event: afterwards its kind, subject and stamp can be asked. */
    void take() {
        boolean fromHeap = heap.timeNs() < timeouts.timeNs()
                || (heap.timeNs() == timeouts.timeNs() && heap.order() < timeouts.order());
        if (fromHeap) {
            takeFromHeap();
        } else {
            goTo(timeouts.timeNs());
            kind = TIMEOUT;
            subject = timeouts.request();
            stamp = timeouts.stamp();
            timeouts.pop();
        }
    }

    private void takeFromHeap() {
        goTo(heap.timeNs());
        kind = (int) (heap.order() & 7);
        subject = heap.subject();
        stamp = heap.stamp();
        heap.pop();
        if (kind == CONDITION || kind == INTERVAL) {
            ticks--;
        }
    }

    int kind() {
        return kind;
    }

    int subject() {
        return subject;
    }

    int stamp() {
        return stamp;
    }
}
