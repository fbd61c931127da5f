package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Ledger;
import id.tenggat.ledger.Refusal;
import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Mishaps;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stack from one beginning to the next: stations, meters and ledger that know nothing of the run before. */
final class StackRun {

    private final Scenario scenario;
    private final EngineTime time;
    private final Ledger ledger;
    private final Fidelity fidelity;
    private final Behaviour behaviour;
    private final Mishaps mishaps;
    private final StationLog log;
    private final List<LivePool> pools;
    private final List<LiveStation> stations;
    /** By the index of the station that each is before. */
    private final Map<Integer, LiveRoom> rooms = new LinkedHashMap<>();

    /** What a run is made of. */
    record Parts(
            Scenario scenario,
            EngineTime time,
            ThirdParties thirdParties,
            Ledger ledger,
            Fidelity fidelity,
            Tallies tallies) {

        /** What nobody looks at from outside. */
        Parts(Scenario scenario, EngineTime time, ThirdParties thirdParties, Ledger ledger, Fidelity fidelity) {
            this(scenario, time, thirdParties, ledger, fidelity, Tallies.unread(scenario));
        }
    }

    StackRun(Parts parts, long intervalNs) {
        scenario = parts.scenario();
        time = parts.time();
        ledger = parts.ledger();
        fidelity = parts.fidelity();
        behaviour = new Behaviour(scenario);
        mishaps = new Mishaps(scenario);
        log = new StationLog(scenario, intervalNs, parts.tallies());
        LiveStation.Shared shared = new LiveStation.Shared(scenario, time, parts.thirdParties(), log, fidelity);
        pools = IntStream.range(0, scenario.stack().pools().size())
                .mapToObj(pool -> new LivePool(shared, pool))
                .toList();
        stations = IntStream.range(0, scenario.stack().stations().size())
                .mapToObj(station -> new LiveStation(
                        shared, station, scenario.stack().poolOf(station).map(pools::get)))
                .toList();
        for (int i = 0; i < stations.size(); i++) {
            if (scenario.stack().stations().get(i).admission() instanceof WaitingRoom room) {
                rooms.put(i, new LiveRoom(room, time, stations.get(i)));
            }
        }
    }

    Scenario scenario() {
        return scenario;
    }

    EngineTime time() {
        return time;
    }

    Ledger ledger() {
        return ledger;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    Fidelity fidelity() {
        return fidelity;
    }

    List<LiveStation> stations() {
        return stations;
    }

    List<LivePool> pools() {
        return pools;
    }

    Collection<LiveRoom> rooms() {
        return rooms.values();
    }

    /**
     * What somebody gets who comes for a step. Whoever comes too late is told so before anything else; whoever comes back
     * with a token began in time, and may still go in. A refusal by the ledger uses up no token.
     *
     * @param token of a waiting room; null if it has none
     */
    Entrance entrance(Entry entry, @Nullable String token) {
        if (token == null && !isOpen()) {
            return new Entrance.Denied(Problem.closed(closes().toString()));
        }
        Optional<Refusal> refusal = ledger.refuses(entry);
        if (refusal.isPresent()) {
            return new Entrance.Denied(problem(refusal.get()));
        }
        LiveRoom room = rooms.get(scenario.journey().steps().get(entry.step()).station());
        if (token != null) {
            return room == null ? new Entrance.Denied(RoomProblems.tokenGone()) : room.comeBack(token, entry);
        }
        return room == null ? new Entrance.In() : room.come(entry);
    }

    private Problem problem(Refusal refusal) {
        if (refusal instanceof Refusal.OutOfOrder early) {
            return Problem.outOfOrder(nameOf(early.missingStep()));
        } else if (refusal instanceof Refusal.KeyReused reused) {
            return Problem.keyReused(nameOf(reused.ofStep()));
        }
        return Problem.otherKey();
    }

    private String nameOf(int step) {
        return scenario.journey().steps().get(step).name();
    }

    LiveStation stationOf(Journey.Step step) {
        return stations.get(step.station());
    }

    /** True until the deadline that is known by now. */
    boolean isOpen() {
        return behaviour.isOpenAt(time.nowNs());
    }

    /** The deadline that is known by now. */
    Instant closes() {
        return scenario.calendar().closesAsKnownAt(scenario.timeline().instantAt(time.nowNs()));
    }

    /** What the stations and pools did in the intervals that have ended. */
    String stationsCsv() {
        log.advanceTo(time.nowNs());
        return StationRows.csv(log.rows(), scenario.stack().measured());
    }

    /** Cuts the last interval. */
    void end() {
        log.end(time.nowNs());
    }

    /** Breaks whatever is inside. */
    void close() {
        rooms.values().forEach(LiveRoom::close);
        pools.forEach(LivePool::close);
        stations.forEach(LiveStation::close);
    }
}
