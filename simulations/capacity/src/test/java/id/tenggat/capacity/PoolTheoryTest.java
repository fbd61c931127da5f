package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.TheoryRun.Look;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Two stations with more workers than are ever needed share a pool of c connections; service is exponential with mean 1 s.
 * Applicants pass the first, then at once the second, so that each asks the pool twice. Such a network is M/M/c with
 * feedback: its states are those of M/M/c at the sum of both rates (Jackson 1957), who comes sees them as they are in the
 * long run whichever time it is (Sevcik and Mitrani 1981), and so both wait as Erlang C says.
 */
class PoolTheoryTest {

    private static final int APPLICANTS = 100_000;
    private static final int REPLICATIONS = 24;
    private static final int UNLIMITED = 1_000_000;
    private static final int POOL = 2;
    private static final Station STATION = Models.station(UNLIMITED, 0, new Exponential(Duration.ofSeconds(1)));
    private static final Theory THEORY = new Theory();

    @AfterAll
    static void writeTable() throws IOException {
        THEORY.write("theory-pools.txt");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.7, 2.33333333", "5, 4, 0.55411255", "20, 18, 0.27538450"})
    void whoNeedsAConnectionWaitsAsErlangCSays(int connections, double load, double waitSeconds) {
        Scenario scenario = scenario(connections, load);
        List<TheoryRun> runs = Theory.replicate(REPLICATIONS, scenario, Look.longerThan(2));
        String pool = "pool of %d, %s Erlangs: ".formatted(connections, load);
        THEORY.compare(pool + "time at the first", 1 + waitSeconds, runs, run -> run.meanSeconds(0));
        THEORY.compare(pool + "time at the second", 1 + waitSeconds, runs, run -> run.meanSeconds(1));
    }

    /** As in M/M/5: with c − a = 1 the wait, if any, is as long as a service. */
    @Test
    void asManyWaitAsLongAsErlangCSays() {
        List<TheoryRun> runs = Theory.replicate(2 * REPLICATIONS, scenario(5, 4), Look.longerThan(2));
        double longer = Math.exp(-2) * (1 + 2 * Erlang.c(5, 4));
        THEORY.compare("pool of 5, 4 Erlangs: wait", 0.55411255, runs, run -> run.meanWaitSeconds(POOL));
        THEORY.compare("pool of 5, 4 Erlangs: P(time > 2), from P(wait)", longer, runs, TheoryRun::longShare);
    }

    @Test
    void littlesLawHoldsExactly() {
        Tally tally = new Tally();
        new Simulator(Schedule.of(scenario(5, 4)), tally, Watch.NOBODY).run();
        double insidePool = tally.of(POOL).queueNs() + tally.of(POOL).busyNs();
        assertThat(insidePool).isCloseTo(tally.servedLatencyNs, within(tally.servedLatencyNs * 1e-9));
        assertThat(tally.of(POOL).served())
                .isEqualTo(tally.count(Fate.SERVED))
                .isEqualTo(tally.of(POOL).entered());
    }

    private static Scenario scenario(int connections, double load) {
        Duration span = Duration.ofNanos((long) (2 * APPLICANTS / load * 1e9));
        Scenario plain = Models.uniform(APPLICANTS, span, Models.patient(), STATION, STATION);
        Pool pool = new Pool("database", connections, List.of(0, 1));
        return Models.with(plain, new Stack(plain.stack().stations(), List.of(), List.of(pool)));
    }
}
