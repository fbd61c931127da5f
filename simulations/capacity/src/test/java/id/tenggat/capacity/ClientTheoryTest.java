package id.tenggat.capacity;

import id.tenggat.capacity.TheoryRun.Look;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
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

/** The simulator against exact results of queues whose clients lose patience, try again, or give up. */
class ClientTheoryTest {

    private static final Theory THEORY = new Theory();
    private static final int CALLS = 400_000;

    @AfterAll
    static void writeTable() throws IOException {
        THEORY.write("theory-clients.txt");
    }

    /**
     * 50 agents, 48 calls a minute, service 1 min, patience 2 min, whoever loses it leaves the queue. Times in seconds.
     *
     * <p>The system fills within some 3 min and empties again after the last call: of a span of {@value #CALLS} / 48 min that
     * moves a mean by less than a part in a thousand. Busy time counts until the last has been served, as much after the
     * span as was missing at its begin. Who loses patience while being served is served to the end all the same, which the
     * station alone sees: so it is asked, not the clients. Wait and queue are one observation, by Little's law.
     */
    @Test
    void erlangAHoldsForACallCentre() {
        Erlang.A exact = Erlang.A.of(50, 48, 0.5);
        assertThat(exact.queue()).isCloseTo(2.9676, within(5e-5));
        assertThat(0.5 * exact.queue() / 48).isCloseTo(0.030912, within(5e-7));
        assertThat(60 * exact.queue() / 48).isCloseTo(3.7095, within(5e-5));
        assertThat(exact.busy() / 50).isCloseTo(0.9303, within(5e-5));
        double span = CALLS / 48.0 * 60;
        List<TheoryRun> runs = Theory.replicate(
                "Erlang A", 24, seed -> TheoryRun.of(callCentre(span).withSeed(seed), Look.NOWHERE));
        THEORY.compare("Erlang A 48/50: P(abandons)", 0.5 * exact.queue() / 48, runs, TheoryRun::unservedShare);
        THEORY.compare("Erlang A 48/50: wait", 60 * exact.queue() / 48, runs, TheoryRun::meanWaitSeconds);
        THEORY.compare("Erlang A 48/50: queue", exact.queue(), runs, run -> run.queueSeconds() / span);
        THEORY.compare("Erlang A 48/50: occupancy", exact.busy() / 50, runs, run -> run.busySeconds() / span / 50);
    }

    private static Scenario callCentre(double spanSeconds) {
        Clients once = Models.clients(Duration.ofMinutes(2), 1, Duration.ZERO);
        Clients impatient = Models.with(once, new Exponential(Duration.ofMinutes(2)), 1);
        Station agents = Models.noticing(Models.station(50, CALLS, new Exponential(Duration.ofMinutes(1))));
        return Models.uniform(CALLS, Duration.ofNanos((long) (spanSeconds * 1e9)), impatient, agents);
    }

    /**
     * M/M/1 without a place to wait, where of those who were turned away only the first in line calls again, at rate γ.
     *
     * <p>With P₀(z) and P₁(z) the generating functions of the orbit while the server is idle and busy, and p the
     * probability that all is empty, the balance equations (λ + γ) P₀ − γp = μ P₁ and (λ + μ − λz) P₁ = λ P₀ + γ (P₀ − p)/z
     * give P₁(z) = γλp/(μγ − λ(λ + γ)z): the orbit while the server is busy is geometric with r = λ(λ + γ)/(μγ). So it is
     * stable only if λ(λ + γ) < μγ, p = 1 − r, and E[orbit] = P₀′(1) + P₁′(1) = λ²(λ + γ + μ)/(μ(μγ − λ(λ + γ))) (Fayolle,
     * Teletraffic Analysis and Computer Performance Evaluation, 1986).
     */
    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.4, 1"})
    void onlyTheHeadOfTheOrbitRetriesAsFayolleSays(double load, double retryRate) {
        double exact = load * load * (load + retryRate + 1) / (retryRate - load * (load + retryRate));
        double empty = 1 - load * (load + retryRate) / retryRate;
        String model = "M/M/1 %.1f, head retries at %.0f: ".formatted(load, retryRate);
        List<HeadRetries> runs = Theory.replicate(model, 24, seed -> HeadRetries.of(load, retryRate, 200_000, seed));
        THEORY.compare(model + "E[orbit]", exact, runs, HeadRetries::meanOrbit);
        THEORY.compare(model + "P(empty)", empty, runs, HeadRetries::emptyShare);
    }

    /**
     * Beyond λ(λ + γ) = μγ the orbit grows for ever though the server could do all the work: it is idle while it waits for
     * the next call, and busy for (λ + γ)/(λ + γ + μ) of the time.
     */
    @Test
    void anOrbitWhoseHeadRetriesTooSeldomGrowsForEver() {
        double load = 0.8;
        double retryRate = 0.5;
        String model = "M/M/1 0.8, head retries at 0.5: growth";
        List<HeadRetries> runs = Theory.replicate(model, 24, seed -> HeadRetries.of(load, retryRate, 50_000, seed));
        double growth = load - (load + retryRate) / (load + retryRate + 1);
        THEORY.compare(model, growth, runs, HeadRetries::growth);
    }

    /**
     * Two hours of more than twice the capacity: N′ = λ + γO − μ(N∧s) − θ(N−s)⁺, O′ = ψθ(N−s)⁺ − γO is the fluid limit
     * (Mandelbaum, Massey, Reiman, Stolyar and Rider, Telecommunication Systems 21:149, 2002); the figures are from the
     * chain itself, solved as two dimensions of differential equations.
     */
    @Test
    void aPeakOfImpatientCustomersPassesAsTheChainSays() {
        List<Peak> runs = Theory.replicate("peak", 2_500, Peak::of);
        THEORY.compare("peak: inside at 11 h", 80.71088, runs, run -> run.at11().inside());
        THEORY.compare("peak: orbit at 11 h", 30.65473, runs, run -> run.at11().orbit());
        THEORY.compare("peak: inside at 12 h", 42.67919, runs, run -> run.at12().inside());
        THEORY.compare("peak: orbit at 12 h", 32.28337, runs, run -> run.at12().orbit());
    }
}
