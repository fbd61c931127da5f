package id.tenggat.stack;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Replay;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.scenario.Wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Small scenarios: a thousand applicants, and the journey from signing up to handing in. */
public final class Scenarios {

    static final Instant OPENS = Instant.parse("2024-08-20T00:00:00Z");
    public static final int APPLICANTS = 1000;
    public static final int SIGN_UP = 0;
    public static final int PAY = 1;
    public static final int STAMP = 2;
    public static final int STAMP_AGAIN = 3;
    public static final int SUBMIT = 4;

    private Scenarios() {}

    /** Portal, payment and stamping, quick and roomy. */
    public static Scenario roomy() {
        return of(List.of(quick("portal"), quick("payment"), quick("stamping")), List.of(), List.of());
    }

    public static Scenario of(List<Station> stations, List<ThirdParty> thirdParties, List<Incident> incidents) {
        return closing(OPENS.plus(Duration.ofDays(18)), new Stack(stations, thirdParties), incidents);
    }

    /** Signing up, uploading, paying and one stamp, at one quick station. */
    static Scenario uploading() {
        Scenario s = of(List.of(quick("portal")), List.of(), List.of());
        Journey journey = new Journey(List.of(
                step("sign-up", Action.SIGN_UP, 0),
                step("upload", Action.UPLOAD, 0),
                step("pay", Action.PAY, 0),
                step("stamp", Action.STAMP, 0)));
        return s.withJourney(journey);
    }

    /** The same, played by clients who speak so. */
    static Scenario speaking(Wire wire, Scenario s) {
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
                s.incidents(),
                s.objectives(),
                s.slice(),
                Optional.of(new Replay(Slice.WHOLE, Optional.empty(), wire, List.of())));
    }

    /** The same with so many applicants. */
    public static Scenario withApplicants(int applicants, Scenario s) {
        return s.withPopulation(population(applicants));
    }

    private static Population population(int applicants) {
        return new Population(List.of(new Population.Regency(
                "62.71", "Palangka Raya", "Kalimantan Tengah", ZoneOffset.UTC, 300_000, applicants)));
    }

    static Scenario closing(Instant closes, Stack stack, List<Incident> incidents) {
        return new Scenario(
                "small",
                "Small",
                1,
                new Calendar(ZoneOffset.UTC, OPENS, closes, List.of()),
                population(APPLICANTS),
                new Arrivals(new Arrivals.Curve.Uniform(), Arrivals.DayShape.FLAT),
                journey(stack.stations().size()),
                stack,
                clients(),
                incidents,
                List.of(),
                Slice.WHOLE,
                Optional.empty());
    }

    /** Steps share the last station where there are fewer than three. */
    private static Journey journey(int stations) {
        int payment = Math.min(1, stations - 1);
        int stamping = Math.min(2, stations - 1);
        return new Journey(List.of(
                step("sign-up", Action.SIGN_UP, 0),
                step("pay", Action.PAY, payment),
                step("stamp-1", Action.STAMP, stamping),
                step("stamp-2", Action.STAMP, stamping),
                step("submit", Action.SUBMIT, 0)));
    }

    private static Step step(String name, Action action, int station) {
        return new Step(name, action, station, Distribution.Fixed.ZERO, 0);
    }

    private static Clients clients() {
        return new Clients(
                Duration.ofSeconds(10),
                3,
                new Clients.Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30), Clients.Jitter.FULL),
                0.5,
                5,
                new Clients.ReturnVisit(new Distribution.Exponential(Duration.ofHours(6)), 0.25, Duration.ofMinutes(1)),
                Clients.LateAnswer.LOST);
    }

    /** The same with clients whose timeouts are drawn, and who go on after a failure with this probability. */
    static Scenario drawing(Scenario s, Distribution timeout, double persistence) {
        return s.withClients(s.clients().withTimeout(timeout).withPersistence(persistence));
    }

    static Station quick(String name) {
        return station(name, 64, 10_000, fixed(1));
    }

    static Station station(String name, int workers, int queueLimit, Distribution serviceTime) {
        return new Station(
                name,
                workers,
                queueLimit,
                Discipline.FIFO,
                new Admission.Everybody(),
                serviceTime,
                Abandon.UNNOTICED,
                Overload.REJECT,
                Duration.ofMillis(1500),
                List.of());
    }

    static Station with(Station station, Discipline discipline, Abandon abandon, Overload overload) {
        return station.withDiscipline(discipline).withAbandon(abandon).withOverload(overload);
    }

    static Station calling(Station station, Integer... thirdParties) {
        return station.withThirdParties(List.of(thirdParties));
    }

    public static Distribution fixed(long ms) {
        return new Distribution.Fixed(Duration.ofMillis(ms));
    }

    /** An incident between two engine times, in milliseconds. */
    public static Incident incident(Effect effect, long fromMs, long untilMs) {
        return new Incident("test", effect, OPENS.plusMillis(fromMs), OPENS.plusMillis(untilMs));
    }
}
