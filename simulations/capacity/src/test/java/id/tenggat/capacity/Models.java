package id.tenggat.capacity;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Backoff;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Clients.ReturnVisit;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Small scenarios for textbook models: one zone, one regency, one step each station. */
final class Models {

    static final Instant OPENS = Instant.parse("2024-01-01T00:00:00Z");
    static final Duration FOREVER = Duration.ofDays(3000);

    private Models() {}

    static Station station(int workers, int queueLimit, Distribution service) {
        return new Station(
                "server",
                workers,
                queueLimit,
                Discipline.FIFO,
                new Admission.Everybody(),
                service,
                Abandon.UNNOTICED,
                Overload.REJECT,
                Duration.ZERO,
                List.of());
    }

    static Station station(Discipline discipline, Abandon abandon, int queueLimit, Distribution service) {
        return new Station(
                "server",
                1,
                queueLimit,
                discipline,
                new Admission.Everybody(),
                service,
                abandon,
                Overload.REJECT,
                Duration.ZERO,
                List.of());
    }

    /** A station that notices who leaves. */
    static Station noticing(Station s) {
        return s.withAbandon(Abandon.NOTICED);
    }

    static Clients patient() {
        return clients(FOREVER, 1, Duration.ZERO);
    }

    static Clients clients(Duration timeout, int attempts, Duration backoff) {
        return new Clients(
                timeout,
                attempts,
                new Backoff(backoff, 1, backoff, Jitter.NONE),
                0,
                1,
                new ReturnVisit(Fixed.ZERO, 1, Duration.ofSeconds(1)),
                LateAnswer.LOST);
    }

    /** Clients who come again after an exponential pause with this mean, up to a thousand times. */
    static Clients retrying(Duration mean) {
        return new Clients(
                FOREVER,
                Clients.MAX_ATTEMPTS,
                new Backoff(mean, 1, mean, Jitter.EXPONENTIAL),
                0,
                1,
                new ReturnVisit(Fixed.ZERO, 1, Duration.ofSeconds(1)),
                LateAnswer.LOST);
    }

    static Clients hearingLateAnswers(Clients c) {
        return c.withLateAnswer(LateAnswer.HEARD);
    }

    /** Clients who wait for so long, and go on after a failure with this probability. */
    static Clients with(Clients c, Distribution timeout, double persistence) {
        return c.withTimeout(timeout).withPersistence(persistence);
    }

    static Scenario with(Scenario s, Clients clients) {
        return s.withClients(clients);
    }

    /** Applicants who come uniformly over a span, each sending one request to each of the stations in turn. */
    static Scenario uniform(int applicants, Duration span, Clients clients, Station... stations) {
        return scenario(
                applicants,
                new Arrivals(new Arrivals.Curve.Uniform(), Arrivals.DayShape.FLAT),
                span,
                clients,
                List.of(stations));
    }

    static Scenario scenario(
            int applicants, Arrivals arrivals, Duration span, Clients clients, List<Station> stations) {
        List<Journey.Step> steps = java.util.stream.IntStream.range(0, stations.size())
                .mapToObj(i -> new Journey.Step("step-" + i, Journey.Action.REQUEST, i, Fixed.ZERO, 0))
                .toList();
        List<Station> named = java.util.stream.IntStream.range(0, stations.size())
                .mapToObj(i -> named(stations.get(i), "server-" + i))
                .toList();
        return new Scenario(
                "model",
                "A textbook model",
                1,
                new Calendar(ZoneOffset.UTC, OPENS, OPENS.plus(span), List.of()),
                new Population(
                        List.of(new Population.Regency("00.00", "Nowhere", "Nowhere", ZoneOffset.UTC, 1, applicants))),
                arrivals,
                new Journey(steps),
                new Stack(named, List.of()),
                clients,
                List.of(),
                List.of(),
                Slice.WHOLE,
                Optional.empty());
    }

    private static Station named(Station s, String name) {
        return new Station(
                name,
                s.workers(),
                s.queueLimit(),
                s.discipline(),
                s.admission(),
                s.serviceTime(),
                s.abandon(),
                s.overload(),
                s.retryAfter(),
                s.thirdParties(),
                s.safeguards(),
                s.autoscaling());
    }

    static Scenario with(Scenario s, Slice slice, Incident... incidents) {
        return new Scenario(
                s.name(),
                s.title(),
                s.seed(),
                s.calendar(),
                s.population(),
                s.arrivals(),
                s.journey(),
                s.stack(),
                s.clients(),
                List.of(incidents),
                s.objectives(),
                slice,
                s.replay());
    }

    static Scenario with(Scenario s, Journey journey) {
        return s.withJourney(journey);
    }

    static Scenario with(Scenario s, Stack stack) {
        return s.withStack(stack);
    }
}
