package id.tenggat.replay;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.slice.Slicer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A few seconds, two regencies, two steps. */
final class Scenes {

    static final Instant OPENS = Instant.parse("2024-09-06T16:59:50Z");

    private Scenes() {}

    /** This many applicants in each of two regencies within this span; clients wait 5 s and try twice. */
    static Scenario scenario(int applicants, Duration span) {
        return scenario(applicants, span, new Arrivals.Curve.Uniform());
    }

    /** The same within a few seconds, an hour before the deadline. */
    static Scenario early(int applicants) {
        Scenario whole = scenario(applicants, Duration.ofHours(1), new Arrivals.Curve.Power(10));
        return Slicer.apply(whole, new Slice(Optional.empty(), 1, 300));
    }

    /** The same with another admission. */
    static Scenario admitting(Scenario s, Stack.Admission admission) {
        Stack.Station portal = s.stack().stations().get(0);
        return s.withStack(
                new Stack(List.of(portal.resized(portal.workers(), portal.queueLimit(), admission)), List.of()));
    }

    private static Scenario scenario(int applicants, Duration span, Arrivals.Curve curve) {
        return new Scenario(
                "scene",
                "A scene",
                3,
                new Calendar(ZoneOffset.UTC, OPENS, OPENS.plus(span), List.of()),
                new Population(List.of(
                        new Population.Regency("1", "A", "A", ZoneOffset.UTC, 1, applicants),
                        new Population.Regency("2", "B", "B", ZoneOffset.UTC, 1, applicants))),
                new Arrivals(curve, Arrivals.DayShape.FLAT),
                new Journey(List.of(
                        new Journey.Step("sign-up", Journey.Action.SIGN_UP, 0, Fixed.ZERO, 0),
                        new Journey.Step("submit", Journey.Action.SUBMIT, 0, Fixed.ZERO, 0))),
                new Stack(
                        List.of(new Stack.Station(
                                "portal",
                                4,
                                10,
                                Stack.Discipline.FIFO,
                                new Stack.Admission.Everybody(),
                                new Fixed(Duration.ofMillis(1)),
                                Stack.Abandon.UNNOTICED,
                                Stack.Overload.REJECT,
                                Duration.ZERO,
                                List.of())),
                        List.of()),
                new Clients(
                        Duration.ofSeconds(5),
                        2,
                        new Clients.Backoff(Duration.ofMillis(50), 1, Duration.ofMillis(50), Clients.Jitter.NONE),
                        1,
                        1,
                        new Clients.ReturnVisit(Fixed.ZERO, 1, Duration.ofSeconds(1)),
                        Clients.LateAnswer.LOST),
                List.of(),
                List.of(),
                Slice.WHOLE,
                Optional.empty());
    }
}
