package id.tenggat.slice;

import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.WaitingRoom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What both sides of a replay play before it, so that the replay finds warm machines: the same journey with the same stations,
 * but nobody thinks, waits or is turned away for long. Times are shortened in proportion, so that they are drawn as in the
 * scenario; there are places and connections for all, no incidents, and a deadline that nobody meets. Who fails gives
 * up.
 */
public final class Rehearsal {

    /** The most who may take part: what a stack remembers of them stays small. */
    public static final int APPLICANTS_MAX = 100_000;

    private static final Duration THINK_AT_MOST = Duration.ofMillis(20);
    private static final Duration SERVICE_AT_MOST = Duration.ofMillis(1);
    private static final Duration POLL_AT_MOST = Duration.ofMillis(1);
    private static final Duration LOOK_AT_MOST = Duration.ofMillis(10);

    private static final int ROOM_FOR_ALL = 1_000_000;

    /** Enough, and so few that somebody waits now and then: compiled code forgets what never happens. */
    private static final int FEW_WORKERS = 4;

    /** Lets in more than come, and still makes some of them wait. */
    private static final double LET_IN_PER_SECOND = 2_000;

    private static final Duration OPEN_FOR = Duration.ofDays(100);

    private Rehearsal() {}

    /** The rehearsal of a scenario that is sliced already, for as many as may take part. */
    public static Scenario of(Scenario sliced) {
        return new Scenario(
                sliced.name(),
                sliced.title(),
                sliced.seed(),
                calendar(sliced.calendar()),
                Population.perRegency(sliced.population().regencies().subList(0, 1), APPLICANTS_MAX),
                new Arrivals(new Arrivals.Curve.Uniform(), Arrivals.DayShape.FLAT),
                journey(sliced.journey()),
                stack(sliced.stack()),
                clients(sliced.clients()),
                List.of(),
                List.of(),
                Slice.WHOLE,
                Optional.empty());
    }

    private static Calendar calendar(Calendar whole) {
        return new Calendar(whole.zone(), whole.opens(), whole.opens().plus(OPEN_FOR), List.of());
    }

    private static Journey journey(Journey journey) {
        return new Journey(journey.steps().stream()
                .map(step -> new Journey.Step(
                        step.name(),
                        step.action(),
                        step.station(),
                        shortened(step.think(), THINK_AT_MOST),
                        step.payloadBytes()))
                .toList());
    }

    private static Distribution shortened(Distribution distribution, Duration meanAtMost) {
        double factor = (double) meanAtMost.toNanos() / distribution.mean().toNanos();
        return factor < 1 ? distribution.scaled(factor) : distribution;
    }

    private static Stack stack(Stack stack) {
        return new Stack(
                stack.stations().stream().map(Rehearsal::station).toList(),
                stack.thirdParties().stream().map(Rehearsal::thirdParty).toList(),
                stack.pools().stream().map(pool -> pool.resized(ROOM_FOR_ALL)).toList());
    }

    private static Stack.Station station(Stack.Station station) {
        return new Stack.Station(
                station.name(),
                station.thirdParties().isEmpty() ? FEW_WORKERS : ROOM_FOR_ALL,
                ROOM_FOR_ALL,
                station.discipline(),
                admission(station.admission()),
                shortened(station.serviceTime(), SERVICE_AT_MOST),
                station.abandon(),
                Stack.Overload.REJECT,
                station.retryAfter(),
                station.thirdParties());
    }

    private static Stack.Admission admission(Stack.Admission admission) {
        return admission instanceof WaitingRoom room
                ? new WaitingRoom(
                        LET_IN_PER_SECOND, 1, ROOM_FOR_ALL, shorter(room.poll(), LOOK_AT_MOST), Optional.empty())
                : new Stack.Admission.Everybody();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Stack.ThirdParty thirdParty(Stack.ThirdParty party) {
        return new Stack.ThirdParty(
                party.name(), Distribution.Fixed.ZERO, 0, CallFaults.NONE, answering(party.answering()));
    }

    private static Answering answering(Answering answering) {
        return answering instanceof Answering.Polled polled
                ? new Answering.Polled(shorter(polled.every(), POLL_AT_MOST))
                : answering;
    }

    /** One attempt of each step, so that a rehearsal ends soon even where nothing answers. */
    private static Clients clients(Clients clients) {
        return new Clients(
                clients.timeout(),
                1,
                clients.backoff(),
                clients.retryAfterHonoured(),
                1,
                1,
                clients.returns(),
                clients.lateAnswer(),
                Optional.empty());
    }
}
