package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StackHealth;
import id.tenggat.recording.StationRow;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.slice.Rehearsal;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our own stack, as {@code tenggat stack} serves it: it knows the scenario, and has stations and a ledger that can be asked. */
public final class TenggatStack implements SystemUnderTest {

    /** What the paths of a rehearsal begin with. */
    private static final String REHEARSAL = "/warm-up";

    private final StackLine line;
    private final Scenario scenario;
    private final List<Payload> payloads;
    private final StackClient side;
    private final Visits visits;

    /**
     * A stack of a scenario, spoken to as the scenario's clients speak.
     *
     * @param plain to hit its plain port, {@linkplain Permission#onLoopback on loopback}
     * @param payloads the body of each step's requests, in the journey's order
     * @throws TargetException if they speak HTTP/2, and it does not say where
     */
    public static TenggatStack of(Permission plain, Scenario scenario, List<Payload> payloads) {
        return new TenggatStack(plain, StackLine.of(plain, scenario), scenario, payloads);
    }

    /** The same by its plain port, whatever the scenario's clients speak. */
    TenggatStack(Permission plain, Scenario scenario, List<Payload> payloads) {
        this(plain, StackLine.plain(plain), scenario, payloads);
    }

    private TenggatStack(Permission plain, StackLine line, Scenario scenario, List<Payload> payloads) {
        int steps = scenario.journey().steps().size();
        if (payloads.size() != steps) {
            throw new IllegalArgumentException(steps + " steps need as many payloads, found " + payloads.size());
        }
        this.line = line;
        this.scenario = scenario;
        this.payloads = List.copyOf(payloads);
        side = new StackClient(plain.pinnedOrigin());
        visits = visits("", scenario);
    }

    private Visits visits(String path, Scenario played) {
        String base = line.permission().pinnedOrigin() + path;
        return new Visits(new Requests(base, played.journey(), payloads), rooms(played));
    }

    /**
     * How applicants visit it.
     *
     * @param rooms of each step's station: how clients stay in the waiting room before it
     */
    private record Visits(Requests requests, List<Optional<RoomStay>> rooms) {

        Client client() {
            return at -> new StackAttempt(requests, rooms.get(at.step()), at);
        }
    }

    private static List<Optional<RoomStay>> rooms(Scenario scenario) {
        return scenario.journey().steps().stream()
                .map(step -> scenario.stack().stations().get(step.station()).admission())
                .map(rule -> rule instanceof WaitingRoom room
                        ? Optional.of(new RoomStay(room, scenario.seed()))
                        : Optional.<RoomStay>empty())
                .toList();
    }

    /**
     * Looks at a target before anything is made for it.
     *
     * @throws TargetException if no stack answers there, or one that serves another scenario, seed or slice
     */
    public static void check(Permission permission, Scenario scenario) {
        new StackClient(permission.pinnedOrigin()).requireSame(scenario);
    }

    @Override
    public Permission permission() {
        return line.permission();
    }

    @Override
    public Trust trust() {
        return line.trust();
    }

    @Override
    public void check(Schedule schedule) {
        side.requireSame(schedule.scenario());
    }

    /** Its own rehearsal, which it plays beside its run, and forgets as the next begins. */
    @Override
    public WarmUp warmUp(Scenario rehearsed) {
        Visits rehearsal = visits(REHEARSAL, Rehearsal.of(rehearsed));
        return new WarmUp() {
            @Override
            public int requestsEach() {
                return payloads.size();
            }

            @Override
            public Client client(int applicant) {
                return rehearsal.client();
            }

            @Override
            public HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
                return Wiring.over(rehearsed.wire(), protocol);
            }
        };
    }

    @Override
    public void preload(Crowd crowd) {
        side.preload(crowd);
    }

    @Override
    public void begin(long startEpochMs, long intervalNs) {
        side.begin(startEpochMs, intervalNs);
    }

    @Override
    public Client client(int applicant) {
        return visits.client();
    }

    @Override
    public Closing end(Journal journal, Recorder recorder) {
        side.end();
        StackHealth health = side.health();
        List<String> reasons = distrust(health);
        for (StationRow row : side.stations(scenario.stack().measured())) {
            recorder.station(row.interval(), row.station(), row.sample());
        }
        return new Closing(Optional.of(audit(journal)), reasons, Optional.of(health.servedBy()));
    }

    /** The ledger's audit, and its clients' receipts held against it. */
    private Audit audit(Journal journal) {
        Audit ledger = side.audit();
        return ledger.with(ledger.findings().withReceiptsUnknown(journal.receiptsUnknownTo(side.receipts())));
    }

    private static List<String> distrust(StackHealth health) {
        List<String> reasons = new ArrayList<>();
        if (health.faults() > 0) {
            reasons.add("the stack had " + health.faults() + " faults of its own");
        }
        if (health.bodiesRefused() > 0) {
            reasons.add("the stack refused " + health.bodiesRefused() + " requests for want of memory");
        }
        return reasons;
    }
}
