package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.TheoryRun.Look;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Quantiles;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The simulator against closed forms of queues in a steady state. Service has mean 1 s unless said.
 *
 * <p>Arrivals are N applicants who come uniformly over a span: given their number, a Poisson stream. What differs from the
 * endless Poisson stream is that N doesn't vary and that the first find an empty system. Both shift a mean by less
 * than what is seen at the sizes here: spans are 5,000 s and more, and a system forgets its start within some 40 s.
 */
class QueueTheoryTest {

    private static final int APPLICANTS = 100_000;
    private static final int REPLICATIONS = 24;
    private static final int UNLIMITED = 10_000_000;
    private static final Distribution EXPONENTIAL = new Exponential(Duration.ofSeconds(1));
    private static final Distribution CONSTANT = new Fixed(Duration.ofSeconds(1));
    private static final Theory THEORY = new Theory();

    @AfterAll
    static void writeTable() throws IOException {
        THEORY.write("theory-queues.txt");
    }

    @Test
    void mm1StaysAsLongAsTheTextbookSays() {
        List<TheoryRun> runs = runs(0.7, Look.longerThan(5), Models.station(1, UNLIMITED, EXPONENTIAL));
        THEORY.compare("M/M/1 0.7: time in system", 1 / 0.3, runs, TheoryRun::meanSeconds);
        THEORY.compare("M/M/1 0.7: P(time > 5)", Math.exp(-1.5), runs, TheoryRun::longShare);
    }

    /** With c − a = 1 the wait, if any, is as long as a service, so that P(time > t) = e^(−t)(1 + Ct). */
    @Test
    void erlangCHoldsForFiveServers() {
        List<TheoryRun> runs = runs(4, Look.longerThan(2), Models.station(5, UNLIMITED, EXPONENTIAL));
        THEORY.compare("M/M/5 4: time in system", 1.55411255, runs, TheoryRun::meanSeconds);
        double longer = Math.exp(-2) * (1 + 2 * Erlang.c(5, 4));
        THEORY.compare("M/M/5 4: P(time > 2), from P(wait)", longer, runs, TheoryRun::longShare);
        assertThat(Erlang.c(5, 4)).isCloseTo(0.55411255, within(1e-8));
    }

    @Test
    void erlangCHoldsForTwentyServers() {
        List<TheoryRun> runs = runs(18, Look.NOWHERE, Models.station(20, UNLIMITED, EXPONENTIAL));
        THEORY.compare("M/M/20 18: time in system", 1.27538450, runs, TheoryRun::meanSeconds);
    }

    @Test
    void aFullQueueTurnsAwayAsManyAsTheTextbookSays() {
        List<TheoryRun> runs = runs(2, Look.NOWHERE, Models.station(2, 3, EXPONENTIAL));
        THEORY.compare("M/M/2/5 2: P(blocked)", Erlang.blocked(2, 5, 2), runs, TheoryRun::rejectedShare);
        THEORY.compare("M/M/2/5 2: time in system", Erlang.timeInSystem(2, 5, 2), runs, TheoryRun::meanSeconds);
        List<TheoryRun> many = runs(9, Look.NOWHERE, Models.station(10, 10, EXPONENTIAL));
        THEORY.compare("M/M/10/20 9: time in system", 1.26392759, many, TheoryRun::meanSeconds);
        assertThat(Erlang.blocked(10, 20, 9)).isCloseTo(0.02951006, within(1e-8));
    }

    /** Erlang's loss formula holds for any distribution of service with the same mean. */
    @Test
    void erlangBHoldsWhateverTheService() {
        double exact = Erlang.b(5, 4);
        Distribution gamma = new Distribution.Gamma(Duration.ofSeconds(1), 0.5);
        THEORY.compare("M/M/5/5 4: P(blocked)", exact, lost(EXPONENTIAL), TheoryRun::rejectedShare);
        THEORY.compare("M/D/5/5 4: P(blocked)", exact, lost(CONSTANT), TheoryRun::rejectedShare);
        THEORY.compare("M/gamma/5/5 4: P(blocked)", exact, lost(gamma), TheoryRun::rejectedShare);
    }

    private static List<TheoryRun> lost(Distribution service) {
        return runs(4, Look.NOWHERE, Models.station(5, 0, service));
    }

    @Test
    void pollaczekAndKhinchineHoldForLognormalAndGammaService() {
        Distribution.Lognormal lognormal = new Distribution.Lognormal(Duration.ofMillis(800), Duration.ofMillis(3000));
        double mean = lognormal.mean().toNanos() / 1e9;
        double squaredVariation = Math.expm1(lognormal.sigma() * lognormal.sigma());
        THEORY.compare(
                "M/lognormal/1 0.6: time in system",
                mean + mean * 0.6 / 0.4 * (1 + squaredVariation) / 2,
                runs(0.6 / mean, Look.NOWHERE, Models.station(1, UNLIMITED, lognormal)),
                TheoryRun::meanSeconds);
        Distribution gamma = new Distribution.Gamma(Duration.ofSeconds(1), 0.5);
        THEORY.compare(
                "M/gamma/1 0.6: time in system",
                1 + 0.6 / 0.4 * (1 + 2.0) / 2,
                runs(0.6, Look.NOWHERE, Models.station(1, UNLIMITED, gamma)),
                TheoryRun::meanSeconds);
    }

    /** Between the quantiles a and b the square of a duration is (a² + ab + b²) / 3 on average. */
    @Test
    void pollaczekAndKhinchineHoldForMeasuredService() {
        double[] quantiles = {0.1, 0.4, 0.5, 0.7, 5.1};
        double mean = 0;
        double square = 0;
        for (int i = 1; i < quantiles.length; i++) {
            double a = quantiles[i - 1];
            double b = quantiles[i];
            mean += (a + b) / 2 / 4;
            square += (a * a + a * b + b * b) / 3 / 4;
        }
        Distribution measured = new Distribution.Measured(Quantiles.ofNs(0.1e9, 0.4e9, 0.5e9, 0.7e9, 5.1e9));
        double perSecond = 0.6 / mean;
        List<TheoryRun> runs = runs(perSecond, Look.NOWHERE, Models.station(1, UNLIMITED, measured));
        THEORY.compare(
                "M/measured/1 0.6: time in system",
                mean + perSecond * square / (2 * (1 - 0.6)),
                runs,
                TheoryRun::meanSeconds);
        THEORY.compare("M/measured/1 0.6: busy seconds", APPLICANTS * mean, runs, TheoryRun::busySeconds);
    }

    @ParameterizedTest
    @CsvSource({"5, 4, 1.28906001", "10, 9, 1.34458205"})
    void constantServiceWaitsAsCrommelinSays(int workers, double load, double exact) {
        THEORY.compare(
                "M/D/%d %.0f: time in system".formatted(workers, load),
                exact,
                runs(load, Look.NOWHERE, Models.station(workers, UNLIMITED, CONSTANT)),
                TheoryRun::meanSeconds);
    }

    /** A room that lets in one a second before a station that keeps nobody is a queue whose service takes a second. */
    @ParameterizedTest
    @CsvSource({"0.7", "0.8"})
    void aWaitingRoomIsAQueueWithConstantService(double load) {
        WaitingRoom room = new WaitingRoom(1, 1, 1_000_000, Duration.ZERO, Optional.empty());
        Station instant = Models.station(1, 0, Fixed.ZERO).resized(1, 0, room);
        THEORY.compare(
                "waiting room, M/D/1 %.1f: wait".formatted(load),
                load / (2 * (1 - load)),
                runs(load, Look.NOWHERE, instant),
                TheoryRun::meanSeconds);
    }

    /** Burke: what leaves M/M/c is a Poisson stream again, so each station is as if it were alone. */
    @Test
    void stationsInARowAreAsJacksonSays() {
        List<TheoryRun> runs = runs(
                0.7,
                Look.NOWHERE,
                Models.station(1, UNLIMITED, EXPONENTIAL),
                Models.station(3, UNLIMITED, new Exponential(Duration.ofSeconds(3))),
                Models.station(1, UNLIMITED, new Exponential(Duration.ofMillis(500))));
        THEORY.compare("tandem: first, M/M/1 0.7", 1 / 0.3, runs, run -> run.meanSeconds(0));
        THEORY.compare(
                "tandem: second, M/M/3 2.1, service 3 s",
                3 * Erlang.timeInSystem(3, 2.1),
                runs,
                run -> run.meanSeconds(1));
        THEORY.compare("tandem: third, M/M/1 0.35, service 0.5 s", 0.5 / 0.65, runs, run -> run.meanSeconds(2));
    }

    /** Patience is the same for all, and who is still waiting when it ends leaves the queue. */
    @ParameterizedTest
    @CsvSource({"1, 1, 2", "5, 5, 2", "5, 7, 1"})
    void whoeverLosesPatienceLeavesAsZeltynAndMandelbaumSay(int workers, double load, int patience) {
        Station noticing = Models.noticing(Models.station(workers, UNLIMITED, EXPONENTIAL));
        Clients clients = Models.clients(Duration.ofSeconds(patience), 1, Duration.ZERO);
        THEORY.compare(
                "M/M/%d+D %.0f, patience %d s: P(leaves)".formatted(workers, load, patience),
                Erlang.abandoned(workers, load, patience),
                Theory.replicate(REPLICATIONS, scenario(load, clients, noticing), Look.NOWHERE),
                TheoryRun::unservedShare);
    }

    /**
     * Whoever finds all workers busy comes again after an exponential pause, as often as it takes (the classical retrial
     * queue: Falin and Templeton, Retrial Queues, 1997). Of the λ + γ·E[orbit] attempts a second λ succeed.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.7, 0.5, 4.9", "5, 4, 1, 5.26139428"})
    void whoeverIsTurnedAwayRetriesAsTheRetrialQueueSays(int workers, double load, double retryRate, double orbit) {
        Clients clients = Models.retrying(Duration.ofNanos((long) (1e9 / retryRate)));
        double retries = retryRate * orbit;
        THEORY.compare(
                "M/M/%d/%d %.1f, retrial %.1f: P(rejected)".formatted(workers, workers, load, retryRate),
                retries / (load + retries),
                Theory.replicate(
                        REPLICATIONS, scenario(load, clients, Models.station(workers, 0, EXPONENTIAL)), Look.NOWHERE),
                TheoryRun::rejectedShare);
    }

    @Test
    void littlesLawHoldsExactly() {
        Tally tally = new Tally();
        Scenario scenario = scenario(4, Models.patient(), Models.station(5, UNLIMITED, EXPONENTIAL));
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        assertThat(tally.busyNs + tally.queueNs).isCloseTo(tally.servedLatencyNs, within(tally.servedLatencyNs * 1e-9));
    }

    private static List<TheoryRun> runs(double perSecond, Look look, Station... stations) {
        return Theory.replicate(REPLICATIONS, scenario(perSecond, Models.patient(), stations), look);
    }

    private static Scenario scenario(double perSecond, Clients clients, Station... stations) {
        Duration span = Duration.ofNanos((long) (APPLICANTS / perSecond * 1e9));
        return Models.uniform(APPLICANTS, span, clients, stations);
    }
}
