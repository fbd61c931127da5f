package id.tenggat.slice;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Arrivals.Curve.Uniform;
import id.tenggat.scenario.Arrivals.DayShape;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Slice.Coming;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.WaitingRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Applies a slice. Stations' workers, queue limits and rates and pools' sizes are multiplied by fraction × time-lapse and
 * rounded, to at least one worker and one connection; think times, back-offs, return visits, the times of waiting rooms, of
 * the channel and of autoscaling are divided by the time-lapse; service times and client timeouts stay. Instants stay
 * instants: {@link Scenario#timeline()} runs them faster. Levelled, arrivals are uniform toward the last deadline, and an
 * extension lets those finish who have come. Payloads are multiplied by their share and rounded up.
 */
public final class Slicer {

    private static final Arrivals EVENLY = new Arrivals(new Uniform(), DayShape.FLAT);

    /** How long a journey may take after a levelled calendar's end: of live time, and no less than a tenth of the calendar. */
    private static final Duration TO_FINISH = Duration.ofMinutes(2);

    /** So early is a levelled calendar's extension announced that hardly anybody is left to come after it. */
    private static final Duration AS_IT_PASSES = Duration.ofSeconds(1);

    private Slicer() {}

    /**
     * The scenario of this slice.
     *
     * @throws IllegalArgumentException if the scenario is a slice already, or the window lies outside of its calendar
     */
    public static Scenario apply(Scenario whole, Slice slice) {
        if (!whole.slice().isWhole()) {
            throw new IllegalArgumentException("a slice of a slice is not defined: " + whole.slice());
        }
        slice.window().ifPresent(window -> refuseOutside(whole, window));
        double people = 1 / slice.timeLapse();
        return new Scenario(
                whole.name(),
                whole.title(),
                whole.seed(),
                calendar(whole.calendar(), slice),
                whole.population(),
                slice.coming() == Coming.LEVELLED ? EVENLY : whole.arrivals(),
                played(whole.journey(), slice),
                resized(whole.stack(), slice.fraction() * slice.timeLapse(), people),
                faster(whole.clients(), people),
                whole.incidents().stream().map(i -> faster(i, people)).toList(),
                whole.objectives(),
                slice,
                whole.replay());
    }

    private static void refuseOutside(Scenario whole, Slice.Window window) {
        var from = window.from(whole.calendar());
        if (from.isBefore(whole.calendar().opens())
                || !from.isBefore(whole.calendar().closesFinally())) {
            throw new IllegalArgumentException("the window must begin between "
                    + whole.calendar().opens() + " and " + whole.calendar().closesFinally() + ", found " + from);
        }
    }

    /** Levelled, who has come may finish: the deadline is moved as it passes. */
    private static Calendar calendar(Calendar whole, Slice slice) {
        if (slice.coming() == Coming.AS_PLANNED) {
            return whole;
        }
        Instant closes = whole.closesFinally();
        Duration tenth = Duration.between(whole.opens(), closes).dividedBy(10);
        Duration lived = Duration.ofNanos(Math.round(TO_FINISH.toNanos() * slice.timeLapse()));
        Duration longer = lived.compareTo(tenth) > 0 ? lived : tenth;
        var extension = new Calendar.Extension(closes.minus(AS_IT_PASSES), closes.plus(longer));
        return new Calendar(whole.zone(), whole.opens(), closes, List.of(extension));
    }

    private static Journey played(Journey journey, Slice slice) {
        return new Journey(journey.steps().stream()
                .map(s -> new Journey.Step(
                        s.name(), s.action(), s.station(), scaled(s.think(), 1 / slice.timeLapse()), (int)
                                Math.ceil(s.payloadBytes() * slice.payloads())))
                .toList());
    }

    private static Distribution scaled(Distribution distribution, double factor) {
        return factor == 1 ? distribution : distribution.scaled(factor);
    }

    private static Stack resized(Stack stack, double size, double people) {
        return new Stack(
                stack.stations().stream().map(s -> resized(s, size, people)).toList(),
                stack.thirdParties(),
                stack.pools().stream()
                        .map(p -> p.resized((int) Math.max(1, Math.round(p.size() * size))))
                        .toList());
    }

    private static Stack.Station resized(Stack.Station station, double size, double people) {
        Stack.Station resized = station.withAutoscaling(Optional.empty())
                .resized(
                        Math.max(1, count(station, "workers", station.workers() * size)),
                        count(station, "places in the queue", station.queueLimit() * size),
                        resized(station.admission(), size, people));
        Stack.Safeguards safeguards = station.safeguards();
        return resized.withAutoscaling(station.autoscaling().map(scaling -> scaling.resized(size, people)))
                .withRetryAfter(times(station.retryAfter(), people))
                .withSafeguards(new Stack.Safeguards(
                        safeguards.dropping(), safeguards.calls().resized(size)));
    }

    /** A number too large for an int would come out as another. */
    private static int count(Stack.Station station, String what, double exact) {
        if (exact > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "station %s would have %,.0f %s", station.name(), exact, what)
                            + "; ask for a smaller time-lapse");
        }
        return (int) Math.round(exact);
    }

    private static Stack.Admission resized(Stack.Admission admission, double size, double people) {
        if (admission instanceof ConcurrencyLimit limit) {
            return limit.resized(size);
        } else if (admission instanceof WaitingRoom room) {
            return room.resized(size, people);
        }
        return admission instanceof Stack.Admission.TokenBucket bucket
                ? new Stack.Admission.TokenBucket(bucket.ratePerSecond() * size, Math.max(1, bucket.burst() * size))
                : admission;
    }

    private static Clients faster(Clients clients, double people) {
        Clients.Backoff backoff = clients.backoff();
        Clients.ReturnVisit returns = clients.returns();
        return new Clients(
                clients.timeout(),
                clients.attempts(),
                new Clients.Backoff(
                        times(backoff.first(), people),
                        backoff.factor(),
                        times(backoff.atMost(), people),
                        backoff.jitter()),
                clients.retryAfterHonoured(),
                clients.persistence(),
                clients.visits(),
                new Clients.ReturnVisit(
                        scaled(returns.after(), people),
                        returns.withinShare(),
                        longerThanZero(times(returns.atLeast(), people))),
                clients.lateAnswer(),
                clients.reclicks());
    }

    private static Incident faster(Incident incident, double people) {
        return incident.effect() instanceof Incident.Effect.Channel channel
                ? new Incident(
                        incident.name(),
                        new Incident.Effect.Channel(
                                channel.station(), channel.share(), scaled(channel.takes(), people)),
                        incident.from(),
                        incident.until())
                : incident;
    }

    private static Duration times(Duration duration, double factor) {
        return factor == 1 ? duration : Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    private static Duration longerThanZero(Duration duration) {
        return duration.isZero() ? Duration.ofNanos(1) : duration;
    }

    /**
     * What rounding the stations' workers, queues and waiting rooms and the pools' sizes changed, one line each station and
     * pool that it changed by more than 1 %.
     */
    public static List<String> roundings(Scenario whole, Scenario sliced) {
        double size = sliced.slice().fraction() * sliced.slice().timeLapse();
        Stream<String> stations = IntStream.range(0, whole.stack().stations().size())
                .mapToObj(i -> rounding(
                        whole.stack().stations().get(i),
                        sliced.stack().stations().get(i),
                        size));
        Stream<String> pools = IntStream.range(0, whole.stack().pools().size())
                .mapToObj(i -> rounding(
                        whole.stack().pools().get(i), sliced.stack().pools().get(i), size));
        return Stream.concat(stations, pools).filter(line -> !line.isEmpty()).toList();
    }

    private static String rounding(Pool whole, Pool sliced, double size) {
        String connections = rounding("connections", sliced.size(), whole.size() * size);
        return connections.isEmpty() ? "" : whole.name() + ":" + connections;
    }

    private static String rounding(Stack.Station whole, Stack.Station sliced, double size) {
        String both = rounding("workers", sliced.workers(), whole.workers() * size)
                + rounding("places in the queue", sliced.queueLimit(), whole.queueLimit() * size)
                + rounding("places in the waiting room", roomPlaces(sliced), roomPlaces(whole) * size)
                + rounding("workers at least", least(sliced), least(whole) * size)
                + rounding("workers at most", most(sliced), most(whole) * size);
        return both.isEmpty() ? "" : whole.name() + ":" + both;
    }

    private static int roomPlaces(Stack.Station station) {
        return station.mostWaiting() - station.queueLimit();
    }

    private static int least(Stack.Station station) {
        return station.autoscaling().map(Autoscaling::least).orElse(0);
    }

    private static int most(Stack.Station station) {
        return station.autoscaling().map(Autoscaling::most).orElse(0);
    }

    private static String rounding(String what, int rounded, double exact) {
        return Math.abs(rounded - exact) <= 0.01 * exact
                ? ""
                : String.format(Locale.ROOT, " %d %s for an exact %.2f", rounded, what, exact);
    }
}
