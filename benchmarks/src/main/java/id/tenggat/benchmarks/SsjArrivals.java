package id.tenggat.benchmarks;

import id.tenggat.scenario.Arrivals.Curve.DeadlinePressure;
import id.tenggat.scenario.Scenario;
import umontreal.ssj.rng.RandomStream;

import java.time.Duration;

/**
 * First arrivals in order, in seconds since the opening: the order statistics of N draws, generated without a sort (Devroye,
 * Non-Uniform Random Variate Generation, 1986, V.3), with density proportional to 1/(T − t + τ).
 */
final class SsjArrivals {

    private final RandomStream stream;
    private final double deadline;
    private final double pole;
    private final double mass;
    private int left;
    private double remaining = 1;

    SsjArrivals(Scenario scenario, RandomStream stream) {
        this.stream = stream;
        left = scenario.population().applicants();
        deadline = SsjDraws.seconds(Duration.between(
                scenario.calendar().opens(), scenario.calendar().closes()));
        double tau = SsjDraws.seconds(((DeadlinePressure) scenario.arrivals().curve()).tau());
        pole = deadline + tau;
        mass = Math.log(pole / tau);
    }

    double deadline() {
        return deadline;
    }

    boolean hasNext() {
        return left > 0;
    }

    double next() {
        remaining *= Math.pow(stream.nextDouble(), 1.0 / left--);
        return -pole * Math.expm1(-(1 - remaining) * mass);
    }
}
