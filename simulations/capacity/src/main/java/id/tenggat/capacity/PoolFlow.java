package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import id.tenggat.recording.ConservationException;
import id.tenggat.recording.StationMeter;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Pool;
import id.tenggat.state.State;

/**
 * A pool of connections at work. Requests that a worker has begun and that wait for a connection stand in its line: first
 * come, first served; of those begun at the same instant the first by applicant, step and attempt.
 */
final class PoolFlow {

    /** Whose workers use the connections. */
    interface Users {
        /** A connection is there for a request of this station that has waited for it. */
        void connected(int station, int request);
    }

    private final Pool pool;
    private final int[] stationOfStep;
    private final Agenda agenda;
    private final Requests requests;
    private final Users users;
    private final Line waiting;
    /** By the index of the station. */
    private final int[] waitingOf;

    private final StationMeter meter;
    private int held;
    private long asked;
    private long returned;
    private long takenOut;

    PoolFlow(StationFlow.Shared shared, int index, Users users) {
        pool = shared.scenario().stack().pools().get(index);
        stationOfStep = shared.scenario().journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
        waitingOf = new int[shared.scenario().stack().stations().size()];
        agenda = shared.agenda();
        requests = shared.requests();
        this.users = users;
        waiting = new Line(requests);
        meter = new StationMeter(pool.size());
    }

    /** A worker begins a request now: true if it gets a connection at once, else it waits in the line. */
    boolean connects(int request) {
        asked++;
        meter.entered();
        boolean isFree = held < pool.size();
        if (isFree) {
            handTo(request);
        } else {
            waiting.addByBeginning(request);
            waitingOf[stationOf(request)]++;
        }
        measure();
        return isFree;
    }

    private void handTo(int request) {
        held++;
        requests.place[request] = Place.CONNECTED;
    }

    /** So many connections are given back, and go to whoever waits. */
    void giveBack(int connections) {
        for (int i = 0; i < connections; i++) {
            returned++;
            meter.served();
            held--;
            handOn();
        }
        measure();
    }

    private void handOn() {
        if (!waiting.isEmpty()) {
            int request = waiting.first();
            int station = stationOf(request);
            waiting.remove(request);
            waitingOf[station]--;
            handTo(request);
            users.connected(station, request);
        }
    }

    /** How many requests of a station wait. */
    int waitingOf(int station) {
        return waitingOf[station];
    }

    /** Takes the requests of a station out of the line, into one of their own. */
    Line takeOut(int station) {
        Line out = new Line(requests);
        int next;
        for (int request = waiting.first(); request != Requests.NONE; request = next) {
            next = requests.after[request];
            if (stationOf(request) == station) {
                waiting.remove(request);
                out.add(request);
            }
        }
        waitingOf[station] = 0;
        takenOut += out.size();
        measure();
        return out;
    }

    private int stationOf(int request) {
        return stationOfStep[requests.step[request]];
    }

    /** Nobody is inside any more: checks that every connection came back. */
    void checkConservation() {
        if (asked != returned + takenOut || held != 0) {
            throw new ConservationException(
                    "%d connections of %s were asked for, but %d came back and %d were not needed any more"
                            .formatted(asked, pool.name(), returned, takenOut));
        }
    }

    /** What happened since the last call. */
    StationSample cut() {
        return meter.cut(agenda.nowNs());
    }

    private void measure() {
        meter.level(agenda.nowNs(), waiting.size(), held);
    }

    /** Carries who waits and what is held; the requests must be carried before. */
    void carry(State state) {
        waiting.carry(state);
        state.of(waitingOf, waitingOf.length);
        meter.carry(state);
        held = state.of(held);
        asked = state.of(asked);
        returned = state.of(returned);
        takenOut = state.of(takenOut);
    }
}
