package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Arrivals.Curve;
import id.tenggat.scenario.Arrivals.DayShape;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Population.Regency;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Scenarios of which only the arrivals matter. */
final class Calendars {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
    static final Instant OPENS = Instant.parse("2024-08-20T10:08:00Z");
    static final Instant CLOSES = Instant.parse("2024-09-06T16:59:00Z");
    static final Curve PRESSURE = new Curve.DeadlinePressure(Duration.ofHours(2));

    private Calendars() {}

    static Calendar planned() {
        return new Calendar(JAKARTA, OPENS, CLOSES, List.of());
    }

    static Calendar extended() {
        return new Calendar(
                JAKARTA,
                OPENS,
                CLOSES,
                List.of(new Calendar.Extension(
                        Instant.parse("2024-09-05T05:00:00Z"), Instant.parse("2024-09-10T16:59:00Z"))));
    }

    static Scenario scenario(Calendar calendar, Curve curve, DayShape shape, int west, int east) {
        return new Scenario(
                "arrivals",
                "Only the arrivals matter",
                7,
                calendar,
                new Population(List.of(
                        new Regency("62.71", "Kota Palangka Raya", "Kalimantan Tengah", JAKARTA, 300_000, west),
                        new Regency("91.71", "Kota Jayapura", "Papua", JAYAPURA, 400_000, east))),
                new Arrivals(curve, shape),
                new Journey(List.of(new Journey.Step("submit", Journey.Action.SUBMIT, 0, Fixed.ZERO, 0))),
                new Stack(
                        List.of(new Stack.Station(
                                "portal",
                                10,
                                100,
                                Stack.Discipline.FIFO,
                                new Stack.Admission.TokenBucket(50, 20),
                                new Fixed(Duration.ofMillis(10)),
                                Stack.Abandon.UNNOTICED,
                                Stack.Overload.REJECT,
                                Duration.ofSeconds(30),
                                List.of())),
                        List.of()),
                new Clients(
                        Duration.ofSeconds(30),
                        3,
                        new Clients.Backoff(Duration.ofSeconds(4), 2, Duration.ofMinutes(1), Clients.Jitter.NONE),
                        0,
                        2,
                        new Clients.ReturnVisit(new Fixed(Duration.ofHours(2)), 0.5, Duration.ofMinutes(2)),
                        Clients.LateAnswer.LOST),
                List.of(),
                List.of(),
                Slice.WHOLE,
                Optional.empty());
    }
}
