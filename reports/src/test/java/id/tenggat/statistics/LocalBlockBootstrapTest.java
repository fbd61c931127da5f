package id.tenggat.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalBlockBootstrapTest {

    private static final double CONFIDENCE = 0.95;

    private static Function<int[], OptionalDouble> mean(double... values) {
        return weights -> {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i] * values[i];
                count += weights[i];
            }
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
        };
    }

    private static double[] constant(int size) {
        double[] values = new double[size];
        Arrays.fill(values, 7);
        return values;
    }

    @Test
    void whatNeverChangesIsCertain() {
        assertThat(new LocalBlockBootstrap(0, 50, constant(50)).interval(CONFIDENCE, mean(constant(50))))
                .contains(new Interval(7, 7));
    }

    @Test
    void saysTheSameEveryTime() {
        double[] values = new Random(5).doubles(60).toArray();
        LocalBlockBootstrap bootstrap = new LocalBlockBootstrap(0, 60, values);
        assertThat(bootstrap.interval(CONFIDENCE, mean(values)))
                .isEqualTo(new LocalBlockBootstrap(0, 60, values).interval(CONFIDENCE, mean(values)));
    }

    @Test
    void drawsFromTheSpanAloneAndAsManyAsItHas() {
        for (int number = 0; number < 100; number++) {
            int[] weights = new LocalBlockBootstrap(30, 77, constant(100)).resample(number);
            assertThat(Arrays.stream(weights).sum()).isEqualTo(47);
            assertThat(Arrays.stream(weights, 0, 30).sum()
                            + Arrays.stream(weights, 77, 100).sum())
                    .isZero();
        }
    }

    @Test
    void aTrendIsNoChance() {
        double[] rising = new double[200];
        Arrays.setAll(rising, i -> i);
        Interval mean = new LocalBlockBootstrap(0, 200, rising)
                .interval(CONFIDENCE, mean(rising))
                .orElseThrow();
        double sd = 200 / Math.sqrt(12);
        assertThat(mean.halfWidth()).isLessThan(1.2 * sd / Math.sqrt(200.0 / 6));
    }

    @Test
    void theLastRushIsNotWashedOut() {
        double[] quiet = new double[336];
        Arrays.fill(quiet, 332, 336, 0.4);
        Interval mean = new LocalBlockBootstrap(0, 336, quiet)
                .interval(CONFIDENCE, mean(quiet))
                .orElseThrow();
        assertThat(mean.low()).isGreaterThan(0.4 * 4 / 336 / 2);
    }

    @Test
    void tooFewIntervalsTellNothing() {
        assertThat(new LocalBlockBootstrap(0, 19, constant(50)).interval(CONFIDENCE, mean(constant(50))))
                .isEmpty();
        assertThat(new LocalBlockBootstrap(0, 50, constant(50)).interval(CONFIDENCE, weights -> OptionalDouble.empty()))
                .isEmpty();
        assertThatThrownBy(() -> new LocalBlockBootstrap(2, 51, constant(50)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Autoregressive series: how often the interval holds their mean, beside the 95 % that it says. */
    @ParameterizedTest
    @CsvSource({"60, 0.0, 0.85", "60, 0.5, 0.75", "60, 0.8, 0.55", "240, 0.5, 0.83", "240, 0.8, 0.70", "240, 0.9, 0.55"
    })
    void holdsTheTruthAboutAsOftenAsItSays(int intervals, double correlation, double least) {
        assertThat(coverage(intervals, correlation)).isBetween(least, 0.995);
    }

    private static double coverage(int intervals, double correlation) {
        Random random = new Random(20240906);
        int held = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = new double[intervals];
            double state = random.nextGaussian();
            for (int i = 0; i < values.length; i++) {
                state = correlation * state + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                values[i] = state;
            }
            boolean holds = new LocalBlockBootstrap(0, intervals, values)
                    .interval(CONFIDENCE, mean(values))
                    .orElseThrow()
                    .contains(0);
            held += holds ? 1 : 0;
        }
        return (double) held / trials;
    }
}
