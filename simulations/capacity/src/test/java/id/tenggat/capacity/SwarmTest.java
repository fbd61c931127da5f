package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws that hold on every run, whatever the scenario: 500 small random ones, each by the seed in its name. */
class SwarmTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 500);
    }

    static IntStream fewSeeds() {
        return IntStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyAndNothingIsLost(int seed) {
        assertConserved(scenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void nobodyAndNothingIsLostWhereClientsTakeTurns(int seed) {
        assertConserved(fairScenario(seed));
    }

    private static void assertConserved(Scenario scenario) {
        Tally tally = new Tally();
        Outcome outcome = new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        long fates = tally.fates.values().stream().mapToLong(Long::longValue).sum();
        assertThat(tally.ended()).as("every applicant ends").isEqualTo(tally.arrived);
        assertThat(fates - tally.count(Fate.ABANDONED))
                .as("every attempt has a fate")
                .isEqualTo(outcome.attempts());
        assertThat(tally.begun)
                .as("a step is begun before it is attempted again")
                .isLessThanOrEqualTo(outcome.attempts());
        assertThat(tally.toldTooLate).as("what was over is over").isZero();
        assertThat(tally.busyNs).as("no worker works twice at once").isLessThanOrEqualTo(tally.capacityNs);
        assertThat(outcome.audit().lost()).isZero();
        assertThat(tally.toldTooLate).as("no interval is written too early").isZero();
    }

    /**
     * Little's law without a limit: from an empty station to an empty station, the integral of those inside over time is the
     * sum of the times that they were inside, to the nanosecond. The integral is the station's own, in both ways to play
     * it; the times are seen from outside.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void littlesLawHoldsAtEveryStation(int seed) {
        assertLittle(scenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void littlesLawHoldsWhereClientsTakeTurns(int seed) {
        assertLittle(fairScenario(seed));
    }

    private static void assertLittle(Scenario scenario) {
        Tally stepByStep = new Tally();
        EventByEvent run = new EventByEvent(Schedule.of(scenario), stepByStep);
        Sojourns sojourns = new Sojourns(run.simulator(), scenario);
        run.play(sojourns);
        Tally ahead = new Tally();
        new Simulator(Schedule.of(scenario), ahead, Watch.NOBODY).run();
        assertThat(stepByStep.insideNs).containsAllEntriesOf(sojourns.insideNs());
        assertThat(ahead.insideNs).containsAllEntriesOf(sojourns.insideNs());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void theSameSeedTellsTheSameStory(int seed) {
        assertThat(story(seed)).isEqualTo(story(seed));
    }

    private static List<String> story(int seed) {
        Tally tally = Tally.ofEverything();
        new Simulator(Schedule.of(scenario(seed)), tally, Watch.NOBODY).run();
        return tally.calls;
    }

    static Scenario scenario(int seed) {
        Random random = new Random(seed);
        Scenario basic = basic(seed, random);
        List<Station> stations = basic.stack().stations().stream()
                .map(station -> extended(station, random))
                .toList();
        Scenario extended = Models.with(
                basic,
                new Stack(stations, basic.stack().thirdParties(), basic.stack().pools()));
        return Models.with(extended, temper(extended.clients(), random));
    }

    /** The same scenario, but at every station clients take turns. */
    static Scenario fairScenario(int seed) {
        Scenario s = scenario(seed);
        List<Station> fair = s.stack().stations().stream()
                .map(station -> station.withDiscipline(Discipline.FAIR))
                .toList();
        return Models.with(
                s, new Stack(fair, s.stack().thirdParties(), s.stack().pools()));
    }

    /** What came to the language later is drawn last, so that the rest of a seed's scenario stays. */
    private static Station extended(Station station, Random random) {
        Station scaled =
                random.nextInt(4) > 0 ? station : station.withAutoscaling(Optional.of(autoscaling(random, station)));
        return random.nextInt(4) > 0 ? scaled : withRoom(random, scaled);
    }

    private static Station withRoom(Random random, Station station) {
        WaitingRoom room = new WaitingRoom(
                0.02 + random.nextDouble(),
                1 + random.nextInt(5),
                1 + random.nextInt(50),
                Duration.ofSeconds(random.nextInt(30)),
                SwarmTest.<Optional<Distribution>>pick(
                        random, Optional.empty(), Optional.of(new Distribution.Exponential(Duration.ofMinutes(1)))));
        return station.resized(station.workers(), station.queueLimit(), room);
    }

    private static Autoscaling autoscaling(Random random, Station station) {
        return new Autoscaling(
                1 + random.nextInt(station.workers()),
                station.workers() + random.nextInt(10),
                0.3 + 0.7 * random.nextDouble(),
                Duration.ofSeconds(1 + random.nextInt(60)),
                Duration.ofSeconds(random.nextInt(120)),
                Duration.ofSeconds(random.nextInt(300)));
    }

    private static Scenario basic(int seed, Random random) {
        Duration span = Duration.ofMinutes(5 + random.nextInt(600));
        Arrivals arrivals = new Arrivals(
                SwarmTest.<Arrivals.Curve>pick(
                        random,
                        new Arrivals.Curve.Uniform(),
                        new Arrivals.Curve.DeadlinePressure(Duration.ofSeconds(30)),
                        new Arrivals.Curve.Power(0.4)),
                Arrivals.DayShape.FLAT);
        List<Station> stations = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> station(random))
                .toList();
        Scenario plain = Models.scenario(1 + random.nextInt(400), arrivals, span, clients(random), stations);
        Scenario whole = Models.with(plain.withSeed(seed), Slice.WHOLE, incidents(random, span, stations.size()));
        return sharing(random, whole);
    }

    /** In every other scenario some stations share a pool, and in every other of these all call a third party. */
    private static Scenario sharing(Random random, Scenario s) {
        boolean isShared = random.nextBoolean();
        boolean isCalling = random.nextBoolean();
        int size = 1 + random.nextInt(4);
        double errors = random.nextDouble() / 2;
        List<Integer> users = IntStream.range(0, s.stack().stations().size())
                .filter(i -> random.nextInt(4) > 0)
                .boxed()
                .toList();
        if (!isShared) {
            return s;
        }
        Distribution delay = new Distribution.Exponential(Duration.ofSeconds(2));
        return Models.with(
                s,
                new Stack(
                        s.stack().stations().stream()
                                .map(station -> isCalling ? station.withThirdParties(List.of(0)) : station)
                                .toList(),
                        isCalling ? List.of(new ThirdParty("bank", delay, errors)) : List.of(),
                        List.of(new Pool("database", size, users))));
    }

    /** What came into scenarios last is drawn last, so that a seed keeps what it had before. */
    private static Clients temper(Clients clients, Random random) {
        Duration mean = clients.commonTimeout().orElseThrow();
        Distribution timeout = SwarmTest.<Distribution>pick(
                random,
                clients.timeout(),
                new Distribution.Exponential(mean),
                new Distribution.Gamma(mean, 0.5),
                new Distribution.Lognormal(mean, mean.multipliedBy(5)));
        return Models.with(clients, timeout, pick(random, 1.0, 0.9, 0.5 * random.nextDouble()));
    }

    /** A random scenario whose stations are first come, first served, their clients' leaving unnoticed. */
    static Scenario plainScenario(int seed) {
        Random random = new Random(seed);
        Scenario basic = basic(seed, random);
        Scenario plain = Models.with(
                basic,
                new Stack(
                        basic.stack().stations().stream().map(SwarmTest::plain).toList(),
                        basic.stack().thirdParties()));
        return Models.with(plain, temper(plain.clients(), random));
    }

    /** A plain scenario in which many things go wrong at the same time. */
    static Scenario harriedScenario(int seed) {
        Scenario plain = plainScenario(seed);
        Random random = new Random(-seed);
        Duration span =
                Duration.between(plain.calendar().opens(), plain.calendar().closesFinally());
        int stations = plain.stack().stations().size();
        return Models.with(
                plain,
                Slice.WHOLE,
                IntStream.range(0, 4 + random.nextInt(8))
                        .mapToObj(i -> incident(random, span, random.nextInt(stations)))
                        .toArray(Incident[]::new));
    }

    /**
     * A plain scenario whose stations call two third parties, with all that may become of a call; in every other one
     * incidents befall one of the two.
     */
    static Scenario callingScenario(int seed) {
        Scenario plain = plainScenario(seed);
        Random random = new Random(-seed);
        List<Station> stations = plain.stack().stations().stream()
                .map(station ->
                        station.withThirdParties(pick(random, List.of(0), List.of(1, 0), List.of(1), List.of())))
                .toList();
        Scenario calling =
                Models.with(plain, new Stack(stations, List.of(party(random, "bank"), party(random, "tax-office"))));
        Duration span =
                Duration.between(plain.calendar().opens(), plain.calendar().closesFinally());
        return Models.with(
                calling,
                Slice.WHOLE,
                IntStream.range(0, random.nextBoolean() ? 0 : 1 + random.nextInt(4))
                        .mapToObj(i -> burst(random, span))
                        .toArray(Incident[]::new));
    }

    private static ThirdParty party(Random random, String name) {
        CallFaults faults = new CallFaults(
                random.nextDouble() / 5,
                random.nextDouble() / 5,
                new SlowChunks(random.nextDouble() / 5, Duration.ofMillis(random.nextInt(5000))));
        return new ThirdParty(
                name,
                new Distribution.Exponential(Duration.ofMillis(1 + random.nextInt(3000))),
                random.nextDouble() / 3,
                faults,
                pick(random, Answering.AT_ONCE, Answering.WEBHOOK, new Answering.Polled(Duration.ofMillis(700))));
    }

    private static Incident burst(Random random, Duration span) {
        Instant from = Models.OPENS.plusMillis((long) (random.nextDouble() * span.toMillis()));
        Incident.Effect effect = SwarmTest.<Incident.Effect>pick(
                random,
                new Incident.Effect.FailsCalls(0, CallFault.ERROR, 0.8),
                new Incident.Effect.FailsCalls(0, CallFault.RESET, 0.5),
                new Incident.Effect.FailsCalls(0, CallFault.MALFORMED, 0.5),
                new Incident.Effect.Delays(0, 5));
        return new Incident("burst", effect, from, from.plusMillis(1 + random.nextInt(60_000)));
    }

    private static Station plain(Station s) {
        return new Station(
                s.name(),
                s.workers(),
                s.queueLimit(),
                Discipline.FIFO,
                s.admission(),
                s.serviceTime(),
                Abandon.UNNOTICED,
                s.overload(),
                s.retryAfter(),
                s.thirdParties());
    }

    private static Station station(Random random) {
        Duration mean = Duration.ofMillis(10 + random.nextInt(20_000));
        return new Station(
                "server",
                1 + random.nextInt(4),
                random.nextInt(20),
                SwarmTest.<Discipline>pick(
                        random,
                        Discipline.FIFO,
                        Discipline.LIFO,
                        Discipline.EARLIEST_DEADLINE_FIRST,
                        new Discipline.AdaptiveLifo(Duration.ofMillis(random.nextInt(5000)))),
                SwarmTest.<Admission>pick(
                        random,
                        new Admission.Everybody(),
                        new Admission.TokenBucket(0.05 + random.nextDouble(), 3),
                        new ConcurrencyLimit.Aimd(new Range(1, 4, 20), mean.multipliedBy(3), 0.8),
                        new ConcurrencyLimit.Gradient(new Range(1, 4, 20), 1, mean.multipliedBy(4))),
                SwarmTest.<Distribution>pick(
                        random,
                        new Distribution.Fixed(mean),
                        new Distribution.Exponential(mean),
                        new Distribution.Gamma(mean, 0.5),
                        new Distribution.Lognormal(mean, mean.multipliedBy(5))),
                pick(random, Abandon.values()),
                pick(random, Overload.values()),
                Duration.ofSeconds(random.nextInt(10)),
                List.of(),
                Safeguards.dropping(SwarmTest.<Dropping>pick(
                        random,
                        new Dropping.Nobody(),
                        new Dropping.Abandoned(),
                        new Dropping.CoDel(mean.dividedBy(2), mean.multipliedBy(3)))),
                Optional.empty());
    }

    /** A scenario as any other, or a plain or a harried one, whose clients click again. */
    static Scenario clickingScenario(int seed) {
        Scenario scenario =
                switch (seed % 3) {
                    case 0 -> scenario(seed);
                    case 1 -> plainScenario(seed);
                    default -> harriedScenario(seed);
                };
        Random random = new Random(seed);
        Distribution after = new Distribution.Exponential(Duration.ofMillis(50 + random.nextInt(5000)));
        return scenario.withClients(scenario.clients()
                .withReclicks(new Clients.Reclicks(after, random.nextDouble(), 1 + random.nextInt(3))));
    }

    private static Clients clients(Random random) {
        return new Clients(
                Duration.ofMillis(100 + random.nextInt(30_000)),
                1 + random.nextInt(5),
                new Clients.Backoff(
                        Duration.ofMillis(random.nextInt(5000)),
                        1 + random.nextDouble(),
                        Duration.ofMinutes(1),
                        pick(random, Clients.Jitter.values())),
                random.nextDouble(),
                1 + random.nextInt(4),
                new Clients.ReturnVisit(
                        new Distribution.Exponential(Duration.ofMinutes(10)), 0.5, Duration.ofSeconds(10)),
                pick(random, Clients.LateAnswer.values()));
    }

    private static Incident[] incidents(Random random, Duration span, int stations) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> incident(random, span, random.nextInt(stations)))
                .toArray(Incident[]::new);
    }

    private static Incident incident(Random random, Duration span, int station) {
        Duration from = span.dividedBy(10).multipliedBy(random.nextInt(10));
        Incident.Effect effect = SwarmTest.<Incident.Effect>pick(
                random,
                new Incident.Effect.Down(station),
                new Incident.Effect.Frozen(station),
                new Incident.Effect.Slow(station, 3),
                new Incident.Effect.LosesAnswers(station, 0.3),
                new Incident.Effect.Capacity(station, 0.5),
                new Incident.Effect.Channel(station, 0.3, new Distribution.Fixed(Duration.ofMinutes(1))));
        return new Incident(
                "incident", effect, Models.OPENS.plus(from), Models.OPENS.plus(from.plus(span.dividedBy(5))));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
