package id.tenggat.benchmarks;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Lognormal;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalSpecialGen;
import umontreal.ssj.randvar.NormalACRGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG31k3p;
import umontreal.ssj.rng.RandomStream;

import java.time.Duration;
import java.util.Arrays;

/**
 * The streams of one replication, so that a run can be repeated, and SSJ's generators on them, in seconds. MRG31k3p is the
 * faster of SSJ's two combined multiple recursive generators.
 */
final class SsjDraws {

    private static final int STREAMS_EACH = 64;

    private int stream;

    SsjDraws(int replication) {
        stream = replication * STREAMS_EACH;
    }

    /** The next stream, with a seed of its own. */
    RandomStream next() {
        MRG31k3p next = new MRG31k3p();
        int[] seed = new int[6];
        Arrays.setAll(seed, i -> 12_345 + 7_919 * stream + i);
        next.setSeed(seed);
        stream++;
        return next;
    }

    /** Exponential by inversion, which is the only way that SSJ has. */
    RandomVariateGen exponential(Distribution settings) {
        return new ExponentialGen(next(), 1 / seconds(((Exponential) settings).mean()));
    }

    /** Lognormal by acceptance-complement ratio, the fastest of SSJ's normal generators. */
    RandomVariateGen lognormal(Distribution settings) {
        Lognormal lognormal = (Lognormal) settings;
        return new LognormalSpecialGen(
                new NormalACRGen(next(), Math.log(seconds(lognormal.median())), lognormal.sigma()));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
