package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import id.tenggat.capacity.StationFlow.Entry;
import id.tenggat.policy.Inflow;
import id.tenggat.policy.RoomStay;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.state.State;

/**
 * The waiting room in front of one station. Each who is in it has at most one event: leaving, or noticing to be let in.
 *
 * <pre>
 *   come ─► IN_ROOM ─► a token ─► LET_IN ─► next look ─► the station's door
 *              │           └────► MISSES_TURN ─┐
 *              └─ has had enough ──────────────┴─► away
 * </pre>
 */
final class RoomFlow {

    private final int station;
    private final WaitingRoom settings;
    private final Inflow inflow;
    private final RoomStay stay;
    private final Agenda agenda;
    private final Requests requests;
    private final StationFlow.Client client;
    private final Line line;
    /** Those who were let in and are still here. */
    private int called;

    private boolean awaitsToken;

    RoomFlow(StationFlow.Shared shared, int station, WaitingRoom settings) {
        this.station = station;
        this.settings = settings;
        inflow = new Inflow(settings);
        stay = new RoomStay(settings, shared.scenario().seed());
        agenda = shared.agenda();
        requests = shared.requests();
        client = shared.client();
        line = new Line(requests);
    }

    /** True if whoever comes now may go in at once, which takes a token. */
    boolean passes() {
        boolean passes = line.isEmpty() && inflow.isOpen(agenda.nowNs());
        if (passes) {
            inflow.letIn(agenda.nowNs());
        }
        return passes;
    }

    boolean hasPlace() {
        return line.size() < settings.places();
    }

    /** Everybody who is here, let in or not. */
    int size() {
        return line.size() + called;
    }

    /** Somebody who may not go in at once takes the last place. */
    void take(int request) {
        long nowNs = agenda.nowNs();
        requests.place[request] = Place.IN_ROOM;
        requests.startedNs[request] = nowNs;
        requests.endNs[request] =
                stay.leavesNs(nowNs, requests.applicant[request], requests.step[request], requests.attemptKey[request]);
        if (requests.endNs[request] != RoomStay.NEVER) {
            agenda.addEnd(request, requests.endNs[request]);
        }
        line.add(request);
        awaitToken();
    }

    private void awaitToken() {
        if (!awaitsToken && !line.isEmpty()) {
            agenda.addTick(Agenda.TOKEN, inflow.nextNs(), station);
            awaitsToken = true;
        }
    }

    /** A token is there, for whoever has waited longest; if all have left, for whoever comes next. */
    void token() {
        awaitsToken = false;
        while (!line.isEmpty() && inflow.isOpen(agenda.nowNs())) {
            inflow.letIn(agenda.nowNs());
            call(line.first());
        }
        awaitToken();
    }

    private void call(int request) {
        line.remove(request);
        called++;
        long noticesNs = stay.noticesNs(requests.startedNs[request], agenda.nowNs());
        if (noticesNs > requests.endNs[request]) {
            requests.place[request] = Place.MISSES_TURN;
        } else {
            cancelEvent(request);
            requests.place[request] = Place.LET_IN;
            requests.endNs[request] = noticesNs;
            agenda.addEnd(request, noticesNs);
        }
    }

    /** Somebody's event has come, and somebody goes: to the door behind, as whoever comes now, or away. */
    void leave(int request, StationFlow behind) {
        boolean goesIn = requests.place[request] == Place.LET_IN;
        forget(request);
        behind.measure();
        if (goesIn) {
            client.awaits(request);
            goIn(request, behind);
        } else {
            client.timeOut(request);
        }
    }

    private void goIn(int request, StationFlow behind) {
        Entry entry = behind.innerDoor();
        if (entry == Entry.ENTERED) {
            behind.enter(request);
        } else if (entry == Entry.FAILED) {
            client.failed(request);
        } else {
            client.dropped(request, entry);
        }
    }

    /** Somebody need not wait any more. */
    void remove(int request) {
        cancelEvent(request);
        forget(request);
    }

    private void cancelEvent(int request) {
        if (requests.endNs[request] != RoomStay.NEVER) {
            agenda.removeEnd(request, requests.endNs[request]);
        }
    }

    private void forget(int request) {
        if (requests.place[request] == Place.IN_ROOM) {
            line.remove(request);
        } else {
            called--;
        }
        requests.place[request] = Place.UNANSWERED;
    }

    /** Carries who is here; the requests must be carried before. */
    void carry(State state) {
        inflow.carry(state);
        line.carry(state);
        called = state.of(called);
        awaitsToken = state.of(awaitsToken);
    }
}
