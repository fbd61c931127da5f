package id.tenggat.capacity;

import id.tenggat.capacity.Theory.Compared;
import id.tenggat.capacity.TheoryRun.Look;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.statistics.Proportion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The simulator against exact results of finite populations that come toward a deadline: nothing here is steady. */
class DeadlineTheoryTest {

    private static final Theory THEORY = new Theory();

    /** As many as make A = N/ln((T + δ)/δ) 100,000, with T = 60 s and δ = 1 s. */
    private static final int CROWD = 411_087;

    private static final double DEADLINE = 60;
    private static final double A = CROWD / Math.log(DEADLINE + 1);
    private static final int REPLICATIONS = 12;

    @AfterAll
    static void writeTable() throws IOException {
        THEORY.write("theory-deadline.txt");
    }

    /** With a worker for everybody and service D, those inside at t came in (t − D, t]: m = A ln((T+δ−t+D)/(T+δ−t)). */
    @Test
    void asManyAreInsideBeforeTheDeadlineAsTheIntegralSays() {
        List<Double> exact = List.of(6252.0357, 11778.3036, 69314.7181, 109861.2289);
        compare("Mt/D/inf, log curve", exact, crowd(new Fixed(Duration.ofSeconds(2)), Look.at(30.0, 45.0, 59.0, 60.0)));
    }

    /** m(t) = ∫ A/(T + δ − t + s) · P(S > s) ds over s from 0 to t. */
    @Test
    void exponentialServiceKeepsAsManyInsideAsTheIntegralSays() {
        Look look = Look.at(30.0, 60.0);
        List<Double> exact = look.instantsSeconds().stream()
                .map(t -> integral(s -> A / (DEADLINE + 1 - t + s) * Math.exp(-s / 2), t))
                .toList();
        compare("Mt/M/inf, log curve", exact, crowd(new Exponential(Duration.ofSeconds(2)), look));
    }

    /** Each instant that was looked at. */
    private static void compare(String model, List<Double> exact, Crowd crowd) {
        for (int i = 0; i < exact.size(); i++) {
            int instant = i;
            String what = "%s: inside at %.0f s"
                    .formatted(model, crowd.look().instantsSeconds().get(i));
            THEORY.compare(what, exact.get(i), crowd.runs(), run -> run.inside(instant));
        }
    }

    private record Crowd(Look look, List<TheoryRun> runs) {}

    private static Crowd crowd(Distribution service, Look look) {
        Arrivals rush =
                new Arrivals(new Arrivals.Curve.DeadlinePressure(Duration.ofSeconds(1)), Arrivals.DayShape.FLAT);
        Scenario scenario = Models.scenario(
                CROWD,
                rush,
                Duration.ofSeconds((long) DEADLINE),
                Models.patient(),
                List.of(Models.station(CROWD, 0, service)));
        return new Crowd(look, Theory.replicate(REPLICATIONS, scenario, look));
    }

    /** By Simpson's rule. */
    private static double integral(DoubleUnaryOperator f, double until) {
        int halves = 20_000;
        double h = until / halves;
        double sum = f.applyAsDouble(0) + f.applyAsDouble(until);
        for (int i = 1; i < halves; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(i * h);
        }
        return sum * h / 3;
    }

    /** M/G/inf: whatever the service, as many are inside as come in a mean service. */
    @Test
    void aWorkerForEverybodyHoldsTheOfferedLoad() {
        Distribution lognormal = new Distribution.Lognormal(Duration.ofSeconds(2), Duration.ofSeconds(12));
        Scenario scenario = Models.uniform(
                100_000, Duration.ofSeconds(100), Models.patient(), Models.station(100_000, 0, lognormal));
        double load = 1000 * (lognormal.mean().toNanos() / 1e9);
        Look look = Look.at(50.0, 90.0);
        compare("M/lognormal/inf", List.of(load, load), new Crowd(look, Theory.replicate(24, scenario, look)));
    }

    /** 50 who come uniformly within 10 s to two servers of rate 3: an exact chain gives when all of them are done. */
    @Test
    void everybodyIsDoneByAnInstantAsOftenAsTheChainSays() {
        Scenario scenario = Models.uniform(
                50,
                Duration.ofSeconds(10),
                Models.patient(),
                Models.station(2, 50, new Exponential(Duration.ofNanos(333_333_333))));
        List<TheoryRun> runs = Theory.replicate(20_000, scenario, Look.NOWHERE);
        double[] seconds = {10, 10.5, 11, 12};
        double[] exact = {0.08997127, 0.39982942, 0.67091420, 0.92925212};
        for (int i = 0; i < exact.length; i++) {
            double until = seconds[i];
            Proportion done = new Proportion(
                    (int) runs.stream()
                            .filter(run -> run.lastEndSeconds() <= until)
                            .count(),
                    runs.size());
            THEORY.compare(
                    "50 to M/M/2: P(all done by %.1f s)".formatted(until),
                    exact[i],
                    new Compared(done.share(), done.interval(0.99), 0.015));
        }
    }
}
