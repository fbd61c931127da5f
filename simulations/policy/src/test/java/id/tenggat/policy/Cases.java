package id.tenggat.policy;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Backoff;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One day, two steps at two stations, thinking 10 s before each. */
final class Cases {

    static final Instant OPENS = Instant.parse("2024-09-06T00:00:00Z");
    static final long SECOND = 1_000_000_000L;
    static final long DAY = 86_400 * SECOND;
    static final Calendar ONE_DAY = new Calendar(ZoneOffset.UTC, OPENS, OPENS.plus(Duration.ofDays(1)), List.of());

    private Cases() {}

    static Clients clients(Jitter jitter, double retryAfterHonoured) {
        return new Clients(
                Duration.ofSeconds(30),
                4,
                new Backoff(Duration.ofSeconds(4), 2, Duration.ofSeconds(10), jitter),
                retryAfterHonoured,
                2,
                new Clients.ReturnVisit(new Fixed(Duration.ofHours(3)), 0.5, Duration.ofMinutes(2)),
                Clients.LateAnswer.LOST);
    }

    static Scenario scenario(Calendar calendar, Clients clients, Slice slice, Incident... incidents) {
        Fixed think = new Fixed(Duration.ofSeconds(10));
        return new Scenario(
                "case",
                "A case",
                1,
                calendar,
                new Population(List.of(new Population.Regency("1", "A", "A", ZoneOffset.UTC, 1, 10_000))),
                new Arrivals(new Arrivals.Curve.Uniform(), Arrivals.DayShape.FLAT),
                new Journey(List.of(
                        new Journey.Step("sign-up", Journey.Action.SIGN_UP, 0, think, 0),
                        new Journey.Step("submit", Journey.Action.SUBMIT, 1, think, 0))),
                new Stack(List.of(station("portal"), station("desk")), List.of()),
                clients,
                List.of(incidents),
                List.of(),
                slice,
                Optional.empty());
    }

    /** The same, with one step of this action, at the portal. */
    static Scenario withAction(Scenario s, Journey.Action action) {
        return s.withJourney(new Journey(List.of(new Journey.Step("step", action, 0, Fixed.ZERO, 0))));
    }

    static Scenario plain() {
        return scenario(ONE_DAY, clients(Jitter.NONE, 0), Slice.WHOLE);
    }

    private static Stack.Station station(String name) {
        return new Stack.Station(
                name,
                8,
                10,
                Stack.Discipline.FIFO,
                new Stack.Admission.Everybody(),
                new Fixed(Duration.ofSeconds(1)),
                Stack.Abandon.UNNOTICED,
                Stack.Overload.REJECT,
                Duration.ZERO,
                List.of());
    }

    static Incident incident(Incident.Effect effect, long fromSecond, long untilSecond) {
        return new Incident("incident", effect, OPENS.plusSeconds(fromSecond), OPENS.plusSeconds(untilSecond));
    }
}
