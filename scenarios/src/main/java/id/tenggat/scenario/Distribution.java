package id.tenggat.scenario;

import java.time.Duration;
import java.util.List;

/** A distribution of durations, as settings. How it is drawn from stands in {@code id.tenggat.draw}. */
public sealed interface Distribution {

    /** The expected value, rounded to nanoseconds. */
    Duration mean();

    /** The same shape with every duration multiplied by this factor, which must be above 0. */
    Distribution scaled(double factor);

    /** Always the same. */
    record Fixed(Duration value) implements Distribution {
        public static final Fixed ZERO = new Fixed(Duration.ZERO);

        public Fixed {
            Require.notNegative("a fixed duration", value);
        }

        @Override
        public Duration mean() {
            return value;
        }

        @Override
        public Fixed scaled(double factor) {
            return new Fixed(times(value, factor));
        }
    }

    /** Exponential. */
    record Exponential(Duration mean) implements Distribution {
        public Exponential {
            Require.positive("mean", mean);
        }

        @Override
        public Exponential scaled(double factor) {
            return new Exponential(times(mean, factor));
        }
    }

    /** Lognormal, told by its median and its 99th percentile: σ = ln(p99 / median) / z(0.99). */
    record Lognormal(Duration median, Duration p99) implements Distribution {
        /** The 99th percentile of the standard normal distribution. */
        public static final double Z99 = 2.3263478740408408;

        public Lognormal {
            Require.positive("median", median);
            Require.that(
                    p99.compareTo(median) >= 0,
                    "p99 must not be below the median (" + Words.exactly(median) + ")",
                    p99);
        }

        /** Standard deviation of the logarithm. */
        public double sigma() {
            return StrictMath.log((double) p99.toNanos() / median.toNanos()) / Z99;
        }

        @Override
        public Duration mean() {
            return times(median, StrictMath.exp(sigma() * sigma() / 2));
        }

        @Override
        public Lognormal scaled(double factor) {
            return new Lognormal(times(median, factor), times(p99, factor));
        }
    }

    /**
     * Gamma.
     *
     * @param shape k; 1 is exponential, above 1 is steadier
     */
    record Gamma(Duration mean, double shape) implements Distribution {
        public Gamma {
            Require.positive("mean", mean);
            Require.that(shape >= 0.05 && shape <= 1000, "shape must lie between 0.05 and 1000", shape);
        }

        @Override
        public Gamma scaled(double factor) {
            return new Gamma(times(mean, factor), shape);
        }
    }

    /** A measured histogram; between a bucket's two ends every duration is equally likely. */
    record Empirical(List<Bucket> buckets) implements Distribution {

        /**
         * One bucket.
         *
         * @param upTo the bucket's upper end; the lower end is the upper end of the bucket before, or 0
         */
        public record Bucket(Duration upTo, double count) {}

        public Empirical {
            buckets = List.copyOf(buckets);
            Require.that(!buckets.isEmpty(), "a histogram must have at least one bucket", 0);
            Duration before = Duration.ZERO;
            double sum = 0;
            for (Bucket bucket : buckets) {
                if (bucket.upTo().compareTo(before) <= 0) {
                    throw new IllegalArgumentException("buckets must rise (above " + Words.exactly(before) + "), found "
                            + Words.exactly(bucket.upTo()));
                }
                Require.that(bucket.count() >= 0, "a bucket's count must not be negative", bucket.count());
                before = bucket.upTo();
                sum += bucket.count();
            }
            Require.that(sum > 0, "a histogram's counts must not all be zero", sum);
        }

        @Override
        public Duration mean() {
            double weighted = 0;
            double counts = 0;
            double lower = 0;
            for (Bucket bucket : buckets) {
                double upper = bucket.upTo().toNanos();
                weighted += bucket.count() * (lower + upper) / 2;
                counts += bucket.count();
                lower = upper;
            }
            return Duration.ofNanos(Math.round(weighted / counts));
        }

        @Override
        public Empirical scaled(double factor) {
            return new Empirical(buckets.stream()
                    .map(b -> new Bucket(times(b.upTo(), factor), b.count()))
                    .toList());
        }
    }

    /** Measured durations, told by their quantiles, as a benchmark writes them into a file. */
    record Measured(Quantiles quantiles) implements Distribution {
        @Override
        public Duration mean() {
            return Duration.ofNanos(Math.round(quantiles.meanNs()));
        }

        @Override
        public Measured scaled(double factor) {
            return new Measured(quantiles.times(factor));
        }
    }

    private static Duration times(Duration duration, double factor) {
        return duration.isZero() ? duration : Duration.ofNanos(Math.max(1, Math.round(duration.toNanos() * factor)));
    }
}
