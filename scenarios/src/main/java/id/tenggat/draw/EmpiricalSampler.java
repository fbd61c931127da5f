package id.tenggat.draw;

import id.tenggat.scenario.Distribution.Empirical;

import java.util.List;

/** Draws from a histogram by inverting its cumulative, linear within a bucket. */
final class EmpiricalSampler implements Sampler {

    private final double[] upperNs;
    private final double[] cumulative;

    EmpiricalSampler(Empirical settings) {
        List<Empirical.Bucket> buckets = settings.buckets();
        upperNs = buckets.stream().mapToDouble(b -> b.upTo().toNanos()).toArray();
        cumulative = new double[upperNs.length];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += buckets.get(i).count();
            cumulative[i] = sum;
        }
    }

    @Override
    public long ns(long key) {
        double target = Draws.uniform(key) * cumulative[cumulative.length - 1];
        int bucket = 0;
        while (cumulative[bucket] < target) {
            bucket++;
        }
        double below = bucket == 0 ? 0 : cumulative[bucket - 1];
        double lower = bucket == 0 ? 0 : upperNs[bucket - 1];
        double within = (target - below) / (cumulative[bucket] - below);
        return (long) (lower + within * (upperNs[bucket] - lower));
    }
}
