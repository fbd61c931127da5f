package id.tenggat.draw;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Empirical;
import id.tenggat.scenario.Distribution.Empirical.Bucket;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Distribution.Gamma;
import id.tenggat.scenario.Distribution.Lognormal;
import id.tenggat.scenario.Distribution.Measured;
import id.tenggat.scenario.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SamplerTest {

    private static final int N = 400_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Measured MEASURED = new Measured(Quantiles.ofNs(40e3, 52e3, 60e3, 61e3, 1200e3));

    static Stream<Distribution> distributions() {
        return Stream.of(
                new Fixed(SECOND),
                new Exponential(SECOND),
                new Lognormal(Duration.ofMillis(80), Duration.ofMillis(900)),
                new Gamma(SECOND, 0.5),
                new Gamma(SECOND, 1),
                new Gamma(SECOND, 7.5),
                new Empirical(List.of(
                        new Bucket(Duration.ofMillis(10), 1),
                        new Bucket(Duration.ofMillis(30), 0),
                        new Bucket(Duration.ofMillis(90), 3))),
                MEASURED);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void drawsHaveTheMeanOfTheirDistribution(Distribution distribution) {
        double mean = Arrays.stream(draws(distribution)).average().orElseThrow();
        double expected = distribution.mean().toNanos();
        assertThat(mean).isCloseTo(expected, within(expected * 0.015));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void scalingADistributionScalesEveryDraw(Distribution distribution) {
        Sampler plain = Sampler.of(distribution);
        Sampler scaled = Sampler.of(distribution.scaled(0.25));
        for (int i = 0; i < 1000; i++) {
            long key = new Draws(3).key(Purpose.THINK, i, 0, 0);
            assertThat((double) scaled.ns(key)).isCloseTo(plain.ns(key) * 0.25, within(2 + plain.ns(key) * 1e-6));
        }
    }

    @Test
    void theLognormalHasItsMedianAndItsP99() {
        long[] sorted = draws(new Lognormal(Duration.ofMillis(80), Duration.ofMillis(900)));
        Arrays.sort(sorted);
        assertThat(sorted[N / 2] / 1e6).isCloseTo(80, within(1.0));
        assertThat(sorted[(int) (N * 0.99)] / 1e6).isCloseTo(900, within(25.0));
    }

    /** Within five standard errors of a share, each of at most 1 / (2 √N). */
    @Test
    void drawsHaveTheQuantilesThatWereMeasured() {
        long[] sorted = draws(MEASURED);
        Arrays.sort(sorted);
        double[] durationsNs = {46e3, 52e3, 56e3, 60e3, 60.5e3, 61e3, 630.5e3};
        for (int i = 0; i < durationsNs.length; i++) {
            double durationNs = durationsNs[i];
            double below = Arrays.stream(sorted).filter(ns -> ns < durationNs).count();
            assertThat(below / N).as("%.0f ns", durationNs).isCloseTo((i + 1) / 8.0, within(2.5 / Math.sqrt(N)));
        }
        assertThat(sorted[0]).isBetween(40_000L, 40_100L);
        assertThat(sorted[N - 1]).isBetween(1_199_000L, 1_200_000L);
    }

    @Test
    void measuredTimesHaveTheVarianceOfTheirTrapezoids() {
        double[] ends = {40e3, 52e3, 60e3, 61e3, 1200e3};
        double square = 0;
        for (int i = 1; i < ends.length; i++) {
            square += (ends[i - 1] * ends[i - 1] + ends[i - 1] * ends[i] + ends[i] * ends[i]) / 3 / 4;
        }
        double drawn = Arrays.stream(draws(MEASURED))
                .mapToDouble(ns -> (double) ns * ns)
                .average()
                .orElseThrow();
        assertThat(drawn).isCloseTo(square, within(square * 0.015));
    }

    @Test
    void gammaHasTheVarianceOfItsShape() {
        for (double shape : new double[] {0.5, 1, 7.5}) {
            double variance = 0;
            for (long ns : draws(new Gamma(SECOND, shape))) {
                variance += (ns / 1e9 - 1) * (ns / 1e9 - 1) / N;
            }
            assertThat(variance).isCloseTo(1 / shape, within(0.03 / shape));
        }
    }

    @Test
    void theHistogramsEmptyBucketIsNeverDrawn() {
        Distribution gap = new Empirical(List.of(
                new Bucket(Duration.ofMillis(10), 1),
                new Bucket(Duration.ofMillis(30), 0),
                new Bucket(Duration.ofMillis(90), 3)));
        assertThat(Arrays.stream(draws(gap)).filter(ns -> ns > 10_000_000 && ns < 30_000_000))
                .isEmpty();
    }

    @Test
    void theNormalQuantileIsRightToTheLastDigits() {
        assertThat(NormalQuantile.at(0.99)).isCloseTo(Lognormal.Z99, within(1e-15));
        assertThat(NormalQuantile.at(0.5)).isZero();
        assertThat(NormalQuantile.at(0.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(NormalQuantile.at(1e-12)).isCloseTo(-7.034483825301132, within(1e-12));
        assertThat(NormalQuantile.at(0.1)).isEqualTo(-NormalQuantile.at(0.9), within(1e-14));
    }

    /** Over a grid from 10⁻¹⁵ to 1 − 10⁻¹⁵, denser in the tails. */
    @Test
    void drawsAreTheExactQuantilesAtTheUniform() {
        Lognormal wide = new Lognormal(Duration.ofSeconds(20), Duration.ofSeconds(200));
        Sampler lognormal = Sampler.of(wide);
        Sampler exponential = Sampler.of(new Exponential(SECOND));
        for (long key : grid()) {
            double u = Draws.uniform(key);
            double exact = 20e9 * StrictMath.exp(wide.sigma() * NormalQuantile.at(u));
            assertThat((double) lognormal.ns(key)).isCloseTo(exact, within(1 + exact * 1e-10));
            double waited = -1e9 * StrictMath.log(u);
            assertThat((double) exponential.ns(key)).isCloseTo(waited, within(1 + waited * 1e-14));
        }
    }

    @Test
    void drawsRiseOrFallWithTheUniform() {
        Sampler lognormal = Sampler.of(new Lognormal(Duration.ofSeconds(20), Duration.ofSeconds(200)));
        Sampler exponential = Sampler.of(new Exponential(SECOND));
        Sampler measured = Sampler.of(MEASURED);
        long[] keys = grid();
        for (int i = 1; i < keys.length; i++) {
            assertThat(lognormal.ns(keys[i])).isGreaterThanOrEqualTo(lognormal.ns(keys[i - 1]));
            assertThat(exponential.ns(keys[i])).isLessThanOrEqualTo(exponential.ns(keys[i - 1]));
            assertThat(measured.ns(keys[i])).isGreaterThanOrEqualTo(measured.ns(keys[i - 1]));
        }
    }

    /** Keys whose uniforms rise. */
    private static long[] grid() {
        int n = 200_000;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            double logit = (i + 0.5 - n / 2.0) / n * 2 * 34;
            keys[i] = (long) (0x1.0p52 / (1 + StrictMath.exp(-logit))) << 12;
        }
        return keys;
    }

    private static long[] draws(Distribution distribution) {
        Sampler sampler = Sampler.of(distribution);
        Draws draws = new Draws(1);
        long[] all = new long[N];
        for (int i = 0; i < N; i++) {
            all[i] = sampler.ns(draws.key(Purpose.SERVICE, i, 0, 0));
        }
        return all;
    }
}
