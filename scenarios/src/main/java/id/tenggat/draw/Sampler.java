package id.tenggat.draw;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Quantiles;

/** Draws nanoseconds from a distribution. The same key gives the same value on every JDK. */
@FunctionalInterface
public interface Sampler {

    /** The duration of this key, in nanoseconds, 0 or more. */
    long ns(long key);

    /** The sampler of a distribution's settings. */
    static Sampler of(Distribution distribution) {
        if (distribution instanceof Distribution.Fixed fixed) {
            return fixed(fixed);
        } else if (distribution instanceof Distribution.Exponential exponential) {
            return exponential(exponential);
        } else if (distribution instanceof Distribution.Lognormal lognormal) {
            return lognormal(lognormal);
        } else if (distribution instanceof Distribution.Gamma gamma) {
            return new GammaSampler(gamma);
        } else if (distribution instanceof Distribution.Measured measured) {
            return measured(measured);
        }
        return new EmpiricalSampler((Distribution.Empirical) distribution);
    }

    private static Sampler fixed(Distribution.Fixed settings) {
        long ns = settings.value().toNanos();
        return key -> ns;
    }

    private static Sampler exponential(Distribution.Exponential settings) {
        double mean = settings.mean().toNanos();
        return key -> (long) (-mean * Elementary.log(Draws.uniform(key)));
    }

    private static Sampler lognormal(Distribution.Lognormal settings) {
        double mu = StrictMath.log((double) settings.median().toNanos());
        double sigma = settings.sigma();
        return key -> (long) Elementary.exp(mu + sigma * NormalTable.of(key));
    }

    /** The inverse of the distribution function at the uniform (Law, Simulation Modeling and Analysis, section 8.3.16). */
    private static Sampler measured(Distribution.Measured settings) {
        Quantiles quantiles = settings.quantiles();
        return key -> (long) quantiles.atNs(Draws.uniform(key));
    }
}
