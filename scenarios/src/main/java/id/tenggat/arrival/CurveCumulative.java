package id.tenggat.arrival;

import id.tenggat.draw.Elementary;
import id.tenggat.scenario.Arrivals.Curve;

/** The cumulatives of the curves that scenarios know, for an opening that lasts {@code end} seconds. */
final class CurveCumulative {

    private CurveCumulative() {}

    static Cumulative of(Curve curve, double end) {
        if (curve instanceof Curve.DeadlinePressure pressure) {
            return new Pressure(end + pressure.tau().toNanos() / 1e9);
        }
        return curve instanceof Curve.Power power ? new Power(end, power.alpha()) : new Uniform();
    }

    private record Uniform() implements Cumulative {
        @Override
        public double at(double seconds) {
            return seconds;
        }

        @Override
        public double inverse(double mass) {
            return mass;
        }
    }

    /**
     * ∫ 1/(T − t + τ) = ln((T + τ)/(T + τ − t)), the log law of Alfi, Parisi and Pietronero (2007).
     *
     * @param pole T + τ, where the hazard would be infinite
     */
    private record Pressure(double pole) implements Cumulative {
        @Override
        public double at(double seconds) {
            return StrictMath.log(pole / (pole - seconds));
        }

        @Override
        public double inverse(double mass) {
            return pole - pole * Elementary.exp(-mass);
        }
    }

    /** 1 − (1 − t/T)^α (Shmueli, Russo and Jank, 2007). */
    private record Power(double end, double alpha) implements Cumulative {
        @Override
        public double at(double seconds) {
            return 1 - StrictMath.pow(Math.max(0, 1 - seconds / end), alpha);
        }

        @Override
        public double inverse(double mass) {
            return mass < 1 ? end - end * Elementary.exp(Elementary.log(1 - mass) / alpha) : end;
        }
    }
}
