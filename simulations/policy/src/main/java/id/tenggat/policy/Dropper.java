package id.tenggat.policy;

import id.tenggat.scenario.Dropping;
import id.tenggat.state.State;

/**
 * A dropping rule at work: whether a request is dropped at the moment when a worker would take it. Asked for each request
 * that is next, until one is served. Keeps its own state, for one station.
 */
public interface Dropper {

    /** Who asked for a request. */
    enum Client {
        WAITS,
        HAS_LEFT
    }

    /**
     * True if the request is dropped.
     *
     * @param nowNs engine time, never less than in the call before
     * @param waitedNs how long the request has waited
     * @param othersWaiting how many wait beside it
     */
    boolean drops(long nowNs, long waitedNs, int othersWaiting, Client client);

    /** Carries what is kept; nothing, if nothing is. */
    default void carry(State state) {}

    /** The dropper of a station's rule. */
    static Dropper of(Dropping dropping) {
        if (dropping instanceof Dropping.CoDel coDel) {
            return new CoDelDropper(coDel);
        } else if (dropping instanceof Dropping.Abandoned) {
            return (nowNs, waitedNs, othersWaiting, client) -> client == Client.HAS_LEFT;
        }
        return (nowNs, waitedNs, othersWaiting, client) -> false;
    }
}
