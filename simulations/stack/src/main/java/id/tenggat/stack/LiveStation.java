package id.tenggat.stack;

import id.tenggat.policy.Dropper;
import id.tenggat.policy.Gate;
import id.tenggat.policy.Gate.Exit;
import id.tenggat.policy.Patience;
import id.tenggat.policy.Turns;
import id.tenggat.policy.Turns.End;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.stack.Attempt.Failure;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One station: its door, its queue, its workers, and what incidents do to it; everything on one thread.
 *
 * <pre>
 *   arrive ─► door ─► queue ─► worker held: a connection, if it needs one, for the service time
 *              │        │                   ─► third parties ─► settle in the ledger ─► answer
 *              │        │                      └ real work beside service and third parties
 *              │        └─ the client leaves, and the station notices
 *              └─ shed, ignored, or down
 * </pre>
 */
final class LiveStation implements Service.Station {

    private final Station settings;
    private final LiveWorkforce workforce;
    private final Gate gate;
    private final Turns turns;
    private final Dropper dropper;
    private final Patience patience;
    private final Service.Tools tools;
    private final Optional<LivePool> pool;
    private final Shared shared;
    private final StationWatch meter;
    private final TicketLine waiting = new TicketLine();
    private final Set<Service> serving = new LinkedHashSet<>();
    private int beforeDoor;

    /** What the stations of a run share. */
    record Shared(Scenario scenario, EngineTime time, ThirdParties thirdParties, StationLog log, Fidelity fidelity) {

        /** Engine time, after every interval that has ended by now is cut. */
        long now() {
            long nowNs = time.nowNs();
            log.advanceTo(nowNs);
            return nowNs;
        }
    }

    /** The station at this index, whose workers need connections of this pool, if of any. */
    LiveStation(Shared shared, int index, Optional<LivePool> pool) {
        this.shared = shared;
        this.pool = pool;
        settings = shared.scenario().stack().stations().get(index);
        gate = Gate.of(settings.admission() instanceof WaitingRoom ? new Admission.Everybody() : settings.admission());
        turns = Turns.of(settings.discipline());
        dropper = Dropper.of(settings.safeguards().dropping());
        patience = new Patience(shared.scenario());
        tools = Service.tools(shared, index);
        meter = shared.log().watch(index);
        workforce = new LiveWorkforce(shared, index, meter, this::workforceChanged);
    }

    /** An attempt comes to the door. The ticket is for {@link #clientLeft}. */
    Ticket arrive(Attempt attempt) {
        long nowNs = shared.now();
        Ticket ticket = new Ticket(attempt);
        if (workforce.condition().down()) {
            fail(ticket, Failure.STATION_DOWN);
        } else if (hasRoom() && gate.admits(nowNs)) {
            enter(ticket, nowNs);
        } else {
            turnAway(ticket);
        }
        return ticket;
    }

    /** An attempt comes for which the waiting room before the door has no place. */
    Ticket refuse(Attempt attempt) {
        shared.now();
        Ticket ticket = new Ticket(attempt);
        turnAway(ticket);
        return ticket;
    }

    /** So many are in the waiting room from now on. */
    void waitBefore(int guests) {
        beforeDoor = guests;
        measure();
    }

    private void enter(Ticket ticket, long nowNs) {
        meter.entered();
        if (waiting.isEmpty()) {
            turns.lineBegins(nowNs);
        }
        ticket.cameNs = nowNs;
        Attempt attempt = ticket.attempt;
        long givesUpNs = nowNs + patience.ns(attempt.applicant(), attempt.step(), attempt.key());
        ticket.rank = turns.rank(attempt.applicant(), givesUpNs);
        waiting.add(ticket);
        beginWork();
    }

    /** The client of a ticket closed its connection before it had an answer. */
    void clientLeft(Ticket ticket) {
        ticket.clientLeft = true;
        if (ticket.place == Ticket.Place.WAITING && settings.abandon() == Abandon.NOTICED) {
            waiting.remove(ticket);
            leave(ticket, Exit.IN_VAIN);
            gone(ticket);
            measure();
        }
    }

    /** Breaks all that is inside, and lets nothing change any more; for the end of a run. */
    void close() {
        workforce.close();
        failAll(Failure.RUN_ENDED);
    }

    /** In the queue and in a waiting room before it. */
    int waiting() {
        return waiting.size() + beforeDoor;
    }

    int busy() {
        return serving.size();
    }

    /** How many can work now, busy or not. */
    int workers() {
        return workforce.workers();
    }

    boolean isDown() {
        return workforce.condition().down();
    }

    private boolean hasRoom() {
        return waiting.size() < settings.queueLimit() || (waiting.isEmpty() && hasFreeWorker());
    }

    private boolean hasFreeWorker() {
        return serving.size() < workforce.workers();
    }

    private void turnAway(Ticket ticket) {
        meter.rejected();
        gone(ticket);
        if (settings.overload() == Overload.REJECT) {
            ticket.attempt.client().turnAway(settings.retryAfter());
        } else {
            ticket.attempt.client().leaveUnanswered();
        }
    }

    private void beginWork() {
        while (hasFreeWorker()) {
            Ticket ticket = next();
            if (ticket == null) {
                break;
            }
            waiting.remove(ticket);
            turns.taken(ticket.rank);
            if (isDropped(ticket)) {
                leave(ticket, Exit.IN_VAIN);
                turnAway(ticket);
            } else {
                serve(ticket);
            }
        }
        measure();
    }

    private boolean isDropped(Ticket ticket) {
        long nowNs = tools.time().nowNs();
        Dropper.Client asker = ticket.clientLeft ? Dropper.Client.HAS_LEFT : Dropper.Client.WAITS;
        return dropper.drops(nowNs, nowNs - ticket.cameNs, waiting.size(), asker);
    }

    private void serve(Ticket ticket) {
        ticket.place = Ticket.Place.IN_SERVICE;
        meter.begins(tools.time().nowNs() - ticket.cameNs);
        Service service = new Service(ticket, tools, this);
        serving.add(service);
        Runnable begin = () -> service.begin(workforce.condition().slowness());
        pool.ifPresentOrElse(connections -> connections.connect(service, begin), begin);
    }

    private @Nullable Ticket next() {
        return turns.next(tools.time().nowNs()) == End.FRONT ? waiting.first() : waiting.last();
    }

    @Override
    public void ownServiceOver(Service service) {
        pool.ifPresent(connections -> connections.release(service));
    }

    /** The worker is held for as long as the model has it; the answer waits for the ledger without one. */
    @Override
    public void ended(Service service) {
        shared.now();
        release(service);
        Ticket ticket = service.ticket;
        boolean knownLeft = ticket.clientLeft && settings.abandon() == Abandon.NOTICED;
        leave(ticket, knownLeft ? Exit.IN_VAIN : Exit.SERVED);
        boolean lost = isLost(ticket.attempt);
        if (ticket.clientLeft || lost) {
            meter.wasted(service.heldNs());
        } else {
            meter.served();
        }
        Attempt.Client client = ticket.attempt.client();
        service.answer(lost ? answer -> client.leaveUnanswered() : client::answer);
        beginWork();
    }

    private boolean isLost(Attempt attempt) {
        double lostShare = workforce.condition().lostShare();
        return tools.draws().answerLost(lostShare, attempt.applicant(), attempt.step(), attempt.key());
    }

    @Override
    public void broke(Service service) {
        shared.now();
        release(service);
        leave(service.ticket, Exit.IN_VAIN);
        fail(service.ticket, Failure.THIRD_PARTY);
        beginWork();
    }

    private void release(Service service) {
        service.stop();
        serving.remove(service);
        meter.released(service.heldNs());
        gone(service.ticket);
    }

    private void workforceChanged() {
        if (workforce.condition().down()) {
            failAll(Failure.STATION_DOWN);
        }
        beginWork();
    }

    private void failAll(Failure failure) {
        shared.now();
        for (Ticket ticket = waiting.first(); ticket != null; ticket = waiting.first()) {
            waiting.remove(ticket);
            leave(ticket, Exit.IN_VAIN);
            fail(ticket, failure);
        }
        List<Service> inService = List.copyOf(serving);
        serving.clear();
        for (Service service : inService) {
            service.stop();
            meter.released(service.heldNs());
            leave(service.ticket, Exit.IN_VAIN);
            fail(service.ticket, failure);
        }
        pool.ifPresent(connections -> connections.releaseAll(inService));
        measure();
    }

    private void leave(Ticket ticket, Exit exit) {
        long nowNs = tools.time().nowNs();
        gate.leaves(nowNs, nowNs - ticket.cameNs, exit);
    }

    private void fail(Ticket ticket, Failure failure) {
        meter.failed();
        gone(ticket);
        ticket.attempt.client().fail(failure);
    }

    private static void gone(Ticket ticket) {
        if (ticket.place != Ticket.Place.GONE) {
            ticket.place = Ticket.Place.GONE;
            ticket.attempt.job().close();
        }
    }

    private void measure() {
        meter.level(shared.now(), waiting(), serving.size());
    }
}
