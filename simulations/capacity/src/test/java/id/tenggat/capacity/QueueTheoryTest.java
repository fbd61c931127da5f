package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The simulator against closed forms. Service has mean 1 s; many applicants who come uniformly over a long span are close
 * to a Poisson stream. Means of 8 replications with fixed seeds must lie within 1.5 % of theory.
 */
class QueueTheoryTest {

    private static final int APPLICANTS = 250_000;
    private static final int REPLICATIONS = 8;
    private static final int UNLIMITED = 10_000_000;
    private static final Distribution EXPONENTIAL = new Exponential(Duration.ofSeconds(1));

    @Test
    void mm1WaitsAsLongAsTheTextbookSays() {
        double rho = 0.7;
        double expected = 1 / (1 - rho);
        assertThat(meanSeconds(rho, Models.station(1, UNLIMITED, EXPONENTIAL)))
                .isCloseTo(expected, within(expected * 0.015));
    }

    @Test
    void erlangCHoldsForFiveServers() {
        double expected = 1 + 0.55411255;
        assertThat(meanSeconds(4, Models.station(5, UNLIMITED, EXPONENTIAL)))
                .isCloseTo(expected, within(expected * 0.015));
    }

    @Test
    void constantServiceWaitsAsCrommelinSays() {
        double expected = 1 + 0.28906001;
        assertThat(meanSeconds(4, Models.station(5, UNLIMITED, new Fixed(Duration.ofSeconds(1)))))
                .isCloseTo(expected, within(expected * 0.015));
    }

    @Test
    void lognormalServiceWaitsAsPollaczekAndKhinchineSay() {
        Distribution.Lognormal service = new Distribution.Lognormal(Duration.ofMillis(800), Duration.ofMillis(3000));
        double mean = service.mean().toNanos() / 1e9;
        double squaredVariation = Math.expm1(service.sigma() * service.sigma());
        double rho = 0.6;
        double expected = mean + rho / (1 - rho) * (1 + squaredVariation) / 2 * mean;
        assertThat(meanSeconds(rho / mean, Models.station(1, UNLIMITED, service)))
                .isCloseTo(expected, within(expected * 0.015));
    }

    @Test
    void aFullQueueBlocksAsOftenAsTheTextbookSays() {
        Tally tally = run(9, 1, Models.station(10, 10, EXPONENTIAL));
        double blocked = tally.count(Fate.REJECTED) / (double) APPLICANTS;
        assertThat(blocked).isCloseTo(0.02951006, within(0.0015));
        assertThat(tally.meanServedSeconds()).isCloseTo(1.26392759, within(0.019));
    }

    @Test
    void littlesLawHoldsExactly() {
        Tally tally = run(4, 1, Models.station(5, UNLIMITED, EXPONENTIAL));
        assertThat(tally.busyNs + tally.queueNs).isCloseTo(tally.servedLatencyNs, within(tally.servedLatencyNs * 1e-9));
    }

    private static double meanSeconds(double perSecond, Station station) {
        double sum = 0;
        for (int seed = 1; seed <= REPLICATIONS; seed++) {
            sum += run(perSecond, seed, station).meanServedSeconds();
        }
        return sum / REPLICATIONS;
    }

    private static Tally run(double perSecond, int seed, Station station) {
        Duration span = Duration.ofNanos((long) (APPLICANTS / perSecond * 1e9));
        Scenario scenario =
                Models.uniform(APPLICANTS, span, Models.patient(), station).withSeed(seed);
        Tally tally = new Tally();
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally;
    }
}
