package id.tenggat.stack;

import id.tenggat.recording.StationMeter;
import id.tenggat.scenario.Pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pool of connections that stations share; everything on one thread. Services that wait for a connection stand in its
 * line: first come, first served; of those begun at the same instant the first by applicant, step and attempt.
 */
final class LivePool {

    private final Pool settings;
    private final LiveStation.Shared shared;
    private final StationMeter meter;
    private final PoolTally tally;
    private final TreeSet<Waiting> line = new TreeSet<>(Waiting.ORDER);
    private final Set<Service> connected = new HashSet<>();
    private long asked;

    /**
     * A service in the line.
     *
     * @param place in the order in which services asked: what tells two of the same attempt apart
     * @param begin runs when the connection is there
     */
    private record Waiting(Service service, long sinceNs, long place, Runnable begin) {

        static final Comparator<Waiting> ORDER = Comparator.comparingLong(Waiting::sinceNs)
                .thenComparingInt(waiting -> waiting.attempt().applicant())
                .thenComparingInt(waiting -> waiting.attempt().step())
                .thenComparingInt(waiting -> waiting.attempt().key())
                .thenComparingLong(Waiting::place);

        Attempt attempt() {
            return service.ticket.attempt;
        }
    }

    /** The pool at this index, measured after all stations. */
    LivePool(LiveStation.Shared shared, int index) {
        settings = shared.scenario().stack().pools().get(index);
        this.shared = shared;
        meter = shared.log().meter(shared.scenario().stack().stations().size() + index);
        tally = shared.log().tallies().pool(index);
    }

    /** A worker holds this service, which begins as soon as there is a connection. */
    void connect(Service service, Runnable begin) {
        long nowNs = shared.now();
        meter.entered();
        if (connected.size() < settings.size()) {
            connected.add(service);
            tally.connected(0);
            begin.run();
        } else {
            line.add(new Waiting(service, nowNs, asked++, begin));
        }
        measure();
    }

    /** A service does not need its connection any more. Without effect if it has none. */
    void release(Service service) {
        shared.now();
        if (connected.remove(service)) {
            meter.served();
            handOn();
        }
        measure();
    }

    /** These services need none any more: those in the line leave it first, so that none of them is handed one. */
    void releaseAll(Collection<Service> services) {
        Set<Service> gone = new HashSet<>(services);
        line.removeIf(waiting -> gone.contains(waiting.service()));
        services.forEach(this::release);
    }

    private void handOn() {
        Waiting next = line.pollFirst();
        if (next != null) {
            connected.add(next.service());
            tally.connected(shared.time().nowNs() - next.sinceNs());
            next.begin().run();
        }
    }

    /** Hands nothing on any more; for the end of a run. */
    void close() {
        line.clear();
    }

    int waiting() {
        return line.size();
    }

    int busy() {
        return connected.size();
    }

    private void measure() {
        meter.level(shared.now(), line.size(), connected.size());
    }
}
