package id.tenggat.capacity;

import id.tenggat.policy.Patience;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to happen, and the clock. Lanes make the sets of pending events small: first arrivals are a cursor of the
 * schedule (kept by the simulator), timeouts are a ring if all clients wait equally long, applicants' plans and ends of
 * service are a calendar each, and so are timeouts that are drawn.
 *
 * <p>What is due at the same nanosecond happens in this order: ticks, timeouts, ends of service, first arrivals, plans;
 * and within these in the order of applicants, never of slots.
 */
final class Agenda {

    /** Kinds of events. */
    static final int ACT = 0;

    static final int SERVICE_END = 1;
    static final int TIMEOUT = 2;
    static final int TOKEN = 3;
    static final int SCALING = 4;
    static final int CONDITION = 5;
    static final int INTERVAL = 6;

    private record Tick(long ns, int kind, int subject) {
        static final Tick NONE = new Tick(0, 0, 0);
        static final Comparator<Tick> ORDER = Comparator.comparingLong(Tick::ns)
                .thenComparing(Comparator.comparingInt(Tick::kind).reversed())
                .thenComparingInt(Tick::subject);
    }

    private final PendingEvents plans;
    private final EventCalendar ends;
    private final TimeoutLane timeouts = new TimeoutLane();
    private final PriorityQueue<Tick> ticks = new PriorityQueue<>(Tick.ORDER);
    /** Of clients each with a patience of its own; null if all wait equally long. */
    private final @Nullable EventCalendar drawnTimeouts;

    private final Requests requests;
    private long tickNs = Long.MAX_VALUE;
    private long nowNs;

    private int kind;
    private int subject;
    private int stamp;

    /** @param unplans whether what is planned may be unplanned */
    Agenda(Patience patience, Applicants applicants, Requests requests, boolean unplans) {
        this.drawnTimeouts = patience.isDrawn() ? new EventCalendar(requests) : null;
        this.requests = requests;
        this.plans = unplans ? new EventCalendar(applicants) : new EventWheel(applicants);
        this.ends = new EventCalendar(requests);
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

    /** The applicant in this slot acts then. */
    void plan(int slot, long atNs) {
        plans.add(slot, atNs);
    }

    /** The applicant in this slot does not act then, as was planned. */
    void unplan(int slot, long atNs) {
        plans.remove(slot, atNs);
    }

    /** A worker will be done with this request then, or it leaves its waiting room. */
    void addEnd(int request, long atNs) {
        ends.add(request, atNs);
    }

    /** That will not happen to this request then, as was planned. */
    void removeEnd(int request, long atNs) {
        ends.remove(request, atNs);
    }

    /** Room for timeouts: no more than twice as many as there ever were at once. */
    int timeoutCapacity() {
        return timeouts.capacity();
    }

    /** Something that comes round by itself and keeps nobody inside. */
    void addTick(int newKind, long atNs, int newSubject) {
        ticks.add(new Tick(atNs, newKind, newSubject));
        tickNs = ticks.element().ns();
    }

    /** The client of this request, sent now, leaves when it gives up. */
    void addTimeout(int request) {
        if (drawnTimeouts == null) {
            timeouts.add(requests.givesUpNs[request], request, requests.stamp[request]);
        } else {
            drawnTimeouts.add(request, requests.givesUpNs[request]);
        }
    }

    /** The client of this request, who still waits, does not any more; what is in the ring is known by its old stamp. */
    void cancelTimeout(int request) {
        if (drawnTimeouts != null && requests.givesUpNs[request] != Requests.NEVER) {
            drawnTimeouts.remove(request, requests.givesUpNs[request]);
        }
    }

    /** Whether there was ever a request: where all stations tell ahead there is none, and nothing is to happen to it. */
    private boolean anyRequests() {
        return requests.used() > 0;
    }

    private long timeoutNs() {
        return drawnTimeouts == null ? timeouts.timeNs() : drawnTimeouts.nextNs();
    }

    /** Time of the next event; the far end of time if there is none. */
    long nextNs() {
        long ns = Math.min(tickNs, plans.nextNs());
        return anyRequests() ? Math.min(ns, Math.min(timeoutNs(), ends.nextNs())) : ns;
    }

    /** True if what is due next, at this time, comes before a first arrival at the same time. */
    boolean isBeforeArrival(long nextNs) {
        return tickNs == nextNs || (anyRequests() && (timeoutNs() == nextNs || ends.nextNs() == nextNs));
    }

    /**
     * True if nobody will do anything any more. A request that is somewhere has its end before it: that of its service, its
     * client's timeout, a token of its waiting room, or the end of the incident that stops its station.
     *
     * @param requests how many are somewhere
     */
    boolean isIdle(int requests) {
        return plans.size() == 0 && requests == 0;
    }

    /** Takes the next event, due at this time: afterwards its kind, subject and stamp can be asked. */
    void take(long nextNs) {
        goTo(nextNs);
        if (tickNs == nextNs) {
            takeTick();
        } else if (anyRequests() && timeoutNs() == nextNs) {
            takeTimeout();
        } else if (anyRequests() && ends.nextNs() == nextNs) {
            kind = SERVICE_END;
            subject = ends.take();
        } else {
            kind = ACT;
            subject = plans.take();
        }
    }

    private void takeTimeout() {
        kind = TIMEOUT;
        if (drawnTimeouts == null) {
            subject = timeouts.request();
            stamp = timeouts.stamp();
            timeouts.pop();
        } else {
            subject = drawnTimeouts.take();
            stamp = requests.stamp[subject];
        }
    }

    private void takeTick() {
        Tick tick = ticks.remove();
        kind = tick.kind();
        subject = tick.subject();
        tickNs = ticks.isEmpty() ? Long.MAX_VALUE : ticks.element().ns();
    }

    int kind() {
        return kind;
    }

    /** The slot of an applicant or a request, or the index of a station, by the kind. */
    int subject() {
        return subject;
    }

    /** The stamp of a timeout's request. */
    int stamp() {
        return stamp;
    }

    /** Carries the clock and what is to happen; whose it is must be carried before. */
    void carry(State state, Applicants applicants) {
        nowNs = state.of(nowNs);
        plans.carry(state, applicants.used());
        ends.carry(state, requests.used());
        if (drawnTimeouts == null) {
            timeouts.carry(state, requests.used());
        } else {
            drawnTimeouts.carry(state, requests.used());
        }
        carryTicks(state);
    }

    private void carryTicks(State state) {
        Tick[] sorted = ticks.stream().sorted(Tick.ORDER).toArray(Tick[]::new);
        int count = state.count(sorted.length, Long.BYTES + Integer.BYTES + Integer.BYTES);
        ticks.clear();
        tickNs = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            Tick tick = state.isReading() ? Tick.NONE : sorted[i];
            long ns = state.of(tick.ns());
            addTick(state.index(tick.kind(), INTERVAL + 1), ns, state.of(tick.subject()));
        }
    }
}
