package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import org.jspecify.annotations.Nullable;

/** What a station's workers need for its own service time: each a connection of the pool that it shares, or nothing. */
final class Connections {

    private final @Nullable PoolFlow pool;
    private final int station;
    private final Requests requests;

    /**
     * The connections of the station at this index.
     *
     * @param pool null if its workers need none
     */
    Connections(@Nullable PoolFlow pool, int station, Requests requests) {
        this.pool = pool;
        this.station = station;
        this.requests = requests;
    }

    /** Whether any are needed. */
    boolean areNeeded() {
        return pool != null;
    }

    /** A worker begins a request now: true if all is there, false if it waits for a connection. */
    boolean connects(int request) {
        return pool == null || pool.connects(request);
    }

    /** How many workers wait. */
    int waiting() {
        return pool == null ? 0 : pool.waitingOf(station);
    }

    /** A request does not need its connection any more, if it has one. */
    void release(int request) {
        if (pool != null && requests.place[request] == Place.CONNECTED) {
            requests.place[request] = Place.SERVING;
            pool.giveBack(1);
        }
    }

    /** So many connections are given back together, by requests that are gone. */
    void giveBack(int connections) {
        if (pool != null) {
            pool.giveBack(connections);
        }
    }

    /** The requests that waited for a connection, which they will not get. */
    Line takeOut() {
        return pool == null ? new Line(requests) : pool.takeOut(station);
    }
}
