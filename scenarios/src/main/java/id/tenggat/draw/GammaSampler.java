package id.tenggat.draw;

import id.tenggat.scenario.Distribution;

/**
 * Gamma draws by rejection from a transformed normal (Marsaglia and Tsang, ACM TOMS 26, 2000); a shape below 1 is drawn at
 * shape + 1 and multiplied by U^(1/shape).
 */
final class GammaSampler implements Sampler {

    private final double scaleNs;
    private final double shape;
    private final double d;
    private final double c;

    GammaSampler(Distribution.Gamma settings) {
        shape = settings.shape();
        scaleNs = settings.mean().toNanos() / shape;
        d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        c = 1 / Math.sqrt(9 * d);
    }

    @Override
    public long ns(long key) {
        double boost = shape < 1 ? Elementary.exp(Elementary.log(Draws.uniform(Draws.next(key, 1))) / shape) : 1;
        return (long) (scaleNs * d * cube(key) * boost);
    }

    private double cube(long key) {
        for (int i = 2; ; i += 2) {
            double x = NormalTable.of(Draws.next(key, i));
            double v = 1 + c * x;
            double v3 = v * v * v;
            double u = Draws.uniform(Draws.next(key, i + 1));
            if (v > 0 && (isInSqueeze(x, u) || Elementary.log(u) < 0.5 * x * x + d * (1 - v3 + Elementary.log(v3)))) {
                return v3;
            }
        }
    }

    /** Implies acceptance, and nearly always spares the logarithms. */
    private static boolean isInSqueeze(double x, double u) {
        return u < 1 - 0.0331 * (x * x) * (x * x);
    }
}
