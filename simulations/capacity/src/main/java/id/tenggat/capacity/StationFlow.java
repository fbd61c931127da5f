package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import id.tenggat.policy.Dropper;
import id.tenggat.policy.Gate;
import id.tenggat.policy.Gate.Exit;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.policy.Turns;
import id.tenggat.policy.Turns.End;
import id.tenggat.policy.Workforce;
import id.tenggat.recording.StationMeter;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Timeline;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.state.State;

import java.util.Optional;

/** One station: its queue, its workers, the connections that they need, and what incidents do to it. */
final class StationFlow {

    /** Who is told what became of a request. */
    interface Client {
        /** The client of a request waits for its answer from now on. */
        void awaits(int request);

        /** The request is done, and its work counts; the client is told if it is still there and the answer arrives. */
        void served(int request, Answer answer);

        /** The request broke; it has left the station. */
        void failed(int request);

        /** The request was dropped from the queue as one that is turned away at the door. */
        void dropped(int request, Entry as);

        /** The client of a request has waited as long as it would. */
        void timeOut(int request);
    }

    /** Whether an answer arrives. */
    enum Answer {
        ARRIVES,
        IS_LOST
    }

    /** What became of a request at the door. */
    enum Entry {
        ENTERED,
        /** May wait in front of the station. */
        WAITS,
        REJECTED,
        IGNORED,
        FAILED
    }

    private final Station station;
    private final int index;
    private final Workforce workforce;
    private final String workOf;
    private final long endOfTimeNs;
    private final ServiceDraws draws;
    private final Hold hold;
    private final Gate gate;
    private final Turns turns;
    private final Dropper dropper;
    private final Connections connections;
    private final Optional<CallFlow> calls;
    private final Optional<RoomFlow> room;
    private final Agenda agenda;
    private final Requests requests;
    private final Client client;
    private final Line queue;
    private final Line serving;
    private final StationMeter meter;

    /**
     * What the stations share.
     *
     * @param endOfTimeNs no work may end then or later
     */
    record Shared(Scenario scenario, Agenda agenda, Requests requests, Client client, long endOfTimeNs) {}

    StationFlow(Shared shared, int index, Connections connections) {
        this.index = index;
        this.connections = connections;
        station = shared.scenario().stack().stations().get(index);
        workforce = new Workforce(shared.scenario(), index);
        workOf = workOf(station);
        endOfTimeNs = shared.endOfTimeNs();
        draws = new ServiceDraws(shared.scenario(), index);
        hold = new Hold(draws);
        room = station.admission() instanceof WaitingRoom rule
                ? Optional.of(new RoomFlow(shared, index, rule))
                : Optional.empty();
        gate = Gate.of(room.isPresent() ? new Admission.Everybody() : station.admission());
        turns = Turns.of(station.discipline());
        dropper = Dropper.of(station.safeguards().dropping());
        calls = station.safeguards().calls().hold()
                        || draws.callsVary()
                        || (connections.areNeeded() && !station.thirdParties().isEmpty())
                ? Optional.of(new CallFlow(shared, station, draws))
                : Optional.empty();
        agenda = shared.agenda();
        requests = shared.requests();
        client = shared.client();
        queue = new Line(requests);
        serving = new Line(requests);
        meter = new StationMeter(workforce.workers());
        for (long change : workforce.incidentsNs()) {
            agenda.addTick(Agenda.CONDITION, change, index);
        }
        planScaling();
    }

    /** What to blame if a request of this station holds a worker for too long. */
    static String workOf(Station station) {
        return "the time that a worker of station " + station.name()
                + " is held (serviceTime, its third parties' delay, an incident's slow)";
    }

    /** What a request that comes now would get; a rejection is counted. */
    Entry door() {
        if (room.isPresent() && !room.get().passes()) {
            return room.get().hasPlace() ? Entry.WAITS : refusal();
        }
        return innerDoor();
    }

    /** The door behind the waiting room. */
    Entry innerDoor() {
        if (workforce.condition().down()) {
            meter.failed();
            return Entry.FAILED;
        }
        boolean hasRoom = queue.size() < station.queueLimit() || (queue.isEmpty() && hasFreeWorker());
        if (hasRoom && gate.admits(agenda.nowNs())) {
            meter.entered();
            return Entry.ENTERED;
        }
        return refusal();
    }

    /** What place in the queue a request gets that enters now, counted from 1; 0 if a worker takes it at once. */
    int placeOfNext() {
        return queue.isEmpty() && hasFreeWorker() ? 0 : queue.size() + 1;
    }

    private Entry refusal() {
        meter.rejected();
        return station.overload() == Overload.REJECT ? Entry.REJECTED : Entry.IGNORED;
    }

    /** A request comes that the door lets wait. */
    void waitInRoom(int request) {
        room.orElseThrow().take(request);
        measure();
    }

    /** A token for the waiting room is there. */
    void token() {
        room.orElseThrow().token();
    }

    /** A request comes in that the door has let pass. */
    void enter(int request) {
        requests.place[request] = Place.QUEUED;
        requests.startedNs[request] = agenda.nowNs();
        if (queue.isEmpty()) {
            turns.lineBegins(agenda.nowNs());
        }
        requests.rank[request] = turns.rank(requests.applicant[request], requests.givesUpNs[request]);
        queue.addByRank(request);
        beginWork();
    }

    /** The wait that a rejection tells its client, in nanoseconds; 0 if none. */
    long retryAfterNs() {
        return station.retryAfter().toNanos();
    }

    /** The client of a request leaves; true if the request leaves with it. */
    boolean abandon(int request) {
        if (requests.place[request].isBeforeStation()) {
            room.orElseThrow().remove(request);
            measure();
            return true;
        }
        boolean leaves = requests.place[request] == Place.QUEUED && station.abandon() == Abandon.NOTICED;
        if (leaves) {
            queue.remove(request);
            leave(request, Exit.IN_VAIN);
            measure();
        }
        return leaves;
    }

    /** A worker is done with a request, or with a part of it; or it goes out of the waiting room. */
    void endService(int request) {
        if (requests.place[request].isBeforeStation()) {
            room.orElseThrow().leave(request, this);
            return;
        }
        connections.release(request);
        if (calls.isPresent() && calls.get().goesOn(request, agenda.nowNs())) {
            holdFor(request, calls.get().callNs(request));
        } else {
            end(request);
        }
    }

    private void end(int request) {
        serving.remove(request);
        long heldNs = agenda.nowNs() - requests.startedNs[request];
        leave(request, isKnownInVain(request) ? Exit.IN_VAIN : Exit.SERVED);
        if (requests.fails[request]) {
            meter.failed();
            client.failed(request);
        } else {
            Answer answer = answer(request);
            if (requests.abandoned[request] || answer == Answer.IS_LOST) {
                meter.wasted(heldNs);
            } else {
                meter.served();
            }
            requests.place[request] = Place.UNANSWERED;
            client.served(request, answer);
        }
        beginWork();
    }

    private boolean isKnownInVain(int request) {
        return requests.fails[request] || (requests.abandoned[request] && station.abandon() == Abandon.NOTICED);
    }

    private void leave(int request, Exit exit) {
        gate.leaves(agenda.nowNs(), agenda.nowNs() - requests.sentNs[request], exit);
    }

    private Answer answer(int request) {
        return draws.answerLost(
                        workforce.condition().lostShare(),
                        requests.applicant[request],
                        requests.step[request],
                        requests.attemptKey[request])
                ? Answer.IS_LOST
                : Answer.ARRIVES;
    }

    /** An incident begins or ends. */
    void changeCondition() {
        workforce.changeCondition(agenda.nowNs());
        meter.capacity(agenda.nowNs(), workforce.workers());
        if (workforce.condition().down()) {
            failAll(queue);
            failBegun();
        }
        beginWork();
    }

    /** Those who wait for a connection leave the pool first, so that none of them gets one that is given back. */
    private void failBegun() {
        int connected = 0;
        for (int request = serving.first(); request != Requests.NONE; request = requests.after[request]) {
            agenda.removeEnd(request, requests.endNs[request]);
            connected += requests.place[request] == Place.CONNECTED ? 1 : 0;
        }
        failAll(connections.takeOut());
        failAll(serving);
        connections.giveBack(connected);
    }

    /** The autoscaler looks, or workers whom it ordered are ready. */
    void scale() {
        workforce.scale(agenda.nowNs(), meter::utilisation);
        meter.capacity(agenda.nowNs(), workforce.workers());
        planScaling();
        beginWork();
    }

    private void planScaling() {
        if (workforce.nextScalingNs() < Long.MAX_VALUE) {
            agenda.addTick(Agenda.SCALING, workforce.nextScalingNs(), index);
        }
    }

    private void failAll(Line line) {
        while (!line.isEmpty()) {
            int request = line.first();
            line.remove(request);
            leave(request, Exit.IN_VAIN);
            meter.failed();
            client.failed(request);
        }
    }

    /** What happened since the last call. */
    StationSample cut() {
        return meter.cut(agenda.nowNs());
    }

    private void beginWork() {
        while (!queue.isEmpty() && hasFreeWorker()) {
            int request = turns.next(agenda.nowNs()) == End.FRONT ? queue.first() : queue.last();
            queue.remove(request);
            turns.taken(requests.rank[request]);
            if (isDropped(request)) {
                requests.place[request] = Place.UNANSWERED;
                leave(request, Exit.IN_VAIN);
                client.dropped(request, refusal());
            } else {
                begin(request);
            }
        }
        measure();
    }

    private boolean isDropped(int request) {
        long waitedNs = agenda.nowNs() - requests.startedNs[request];
        Dropper.Client asker = requests.abandoned[request] ? Dropper.Client.HAS_LEFT : Dropper.Client.WAITS;
        return dropper.drops(agenda.nowNs(), waitedNs, queue.size(), asker);
    }

    private boolean hasFreeWorker() {
        return busy() < workforce.workers();
    }

    private int busy() {
        return serving.size() + connections.waiting();
    }

    private void begin(int request) {
        requests.place[request] = Place.SERVING;
        requests.startedNs[request] = agenda.nowNs();
        if (connections.connects(request)) {
            serve(request);
        }
    }

    /** All is there that a request needs which a worker has begun: the station's own service time begins. */
    void serve(int request) {
        serving.add(request);
        calls.ifPresent(flow -> flow.begin(request));
        holdFor(request, holdNs(request));
    }

    private void holdFor(int request, long ns) {
        requests.endNs[request] = Timeline.later(agenda.nowNs(), ns, endOfTimeNs, workOf);
        agenda.addEnd(request, requests.endNs[request]);
    }

    private long holdNs(int request) {
        int applicant = requests.applicant[request];
        int step = requests.step[request];
        int attemptKey = requests.attemptKey[request];
        if (calls.isPresent()) {
            return (long) (draws.serviceNs(applicant, step, attemptKey)
                    * workforce.condition().slowness());
        }
        hold.draw(workforce.condition().slowness(), applicant, step, attemptKey);
        requests.fails[request] = hold.fails();
        return hold.ns();
    }

    /** So many wait from now on, and so many are served. */
    void measure() {
        int inRoom = room.isPresent() ? room.get().size() : 0;
        meter.level(agenda.nowNs(), queue.size() + inRoom, busy());
    }

    /** Carries what it has become; the requests and the agenda must be carried before. */
    void carry(State state) {
        workforce.carry(state, agenda.nowNs());
        room.ifPresent(flow -> flow.carry(state));
        gate.carry(state);
        turns.carry(state);
        dropper.carry(state);
        calls.ifPresent(flow -> flow.carry(state));
        queue.carry(state);
        serving.carry(state);
        meter.carry(state);
    }
}
