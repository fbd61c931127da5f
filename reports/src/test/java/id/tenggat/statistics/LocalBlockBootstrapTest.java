package id.tenggat.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

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
        assertThat(new LocalBlockBootstrap(0, 4, constant(50)).interval(CONFIDENCE, mean(constant(50))))
                .isEmpty();
        assertThat(new LocalBlockBootstrap(0, 50, constant(50)).interval(CONFIDENCE, weights -> OptionalDouble.empty()))
                .isEmpty();
        assertThatThrownBy(() -> new LocalBlockBootstrap(2, 51, constant(50)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Autoregressive series: how often the interval holds their mean, beside the 95 % that it says, and how long it is, as a
     * multiple of what it would be if the correlation were known. The README's table is what this prints.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 0.0, 0.93, 9",
        "10, 0.0, 0.93, 5",
        "10, 0.5, 0.87, 5",
        "20, 0.0, 0.93, 2",
        "20, 0.5, 0.88, 4",
        "20, 0.8, 0.80, 4",
        "60, 0.0, 0.94, 1.5",
        "60, 0.5, 0.90, 1.5",
        "60, 0.8, 0.85, 2.5",
        "240, 0.0, 0.94, 1.1",
        "240, 0.5, 0.93, 1.2",
        "240, 0.8, 0.92, 1.3",
        "240, 0.9, 0.91, 1.6"
    })
    void holdsTheTruthAboutAsOftenAsItSays(int intervals, double correlation, double least, double most) {
        Tried tried = tried(intervals, correlation);
        System.out.printf(
                Locale.ROOT,
                "%d intervals, correlation %.1f: holds the truth in %.1f %%, %.2f as long%n",
                intervals,
                correlation,
                100 * tried.coverage,
                tried.length);
        assertThat(tried.coverage).isBetween(least, 0.995);
        assertThat(tried.length).isBetween(0.9, most);
    }

    private record Tried(double coverage, double length) {}

    private static Tried tried(int intervals, double correlation) {
        Random random = new Random(20240906);
        int held = 0;
        double length = 0;
        int trials = 1_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = series(intervals, correlation, random);
            Interval interval = new LocalBlockBootstrap(0, intervals, values)
                    .interval(CONFIDENCE, mean(values))
                    .orElseThrow();
            held += interval.contains(0) ? 1 : 0;
            length += interval.halfWidth() / trials;
        }
        double ideal = 1.96 * Math.sqrt(new Autoregression(correlation).varianceOfMean(intervals));
        return new Tried((double) held / trials, length / ideal);
    }

    private static double[] series(int intervals, double correlation, Random random) {
        double[] values = new double[intervals];
        double state = random.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            state = correlation * state + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            values[i] = state;
        }
        return values;
    }

    /** What requests wait rises and falls with the load of their interval; the truth is that of all loads. */
    @ParameterizedTest
    @CsvSource({"60, 0.0, 0.93", "60, 0.8, 0.78", "240, 0.8, 0.90"})
    void holdsTheTruthOfQuantilesToo(int intervals, double correlation, double least) {
        Random random = new Random(584);
        double truth = 1.2816 * Math.sqrt(2);
        int held = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            double[] load = series(intervals, correlation, random);
            double[] waits = new double[10 * intervals];
            Arrays.setAll(waits, i -> load[i / 10] + random.nextGaussian());
            double[] course = new double[intervals];
            Arrays.setAll(course, i -> ninth(Arrays.copyOfRange(waits, 10 * i, 10 * i + 10)));
            held += new LocalBlockBootstrap(0, intervals, course)
                            .interval(CONFIDENCE, ninthDecile(waits))
                            .orElseThrow()
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat((double) held / trials).isBetween(least, 0.999);
    }

    private static double ninth(double[] ten) {
        Arrays.sort(ten);
        return ten[8];
    }

    /** Of all waits, ten an interval. */
    private static Function<int[], OptionalDouble> ninthDecile(double[] waits) {
        Integer[] order = IntStream.range(0, waits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> waits[i]))
                .toArray(Integer[]::new);
        return weights -> {
            int wanted = (int) Math.ceil(0.9 * waits.length);
            int rank = 0;
            while (wanted > 0) {
                wanted -= weights[order[rank++] / 10];
            }
            return OptionalDouble.of(waits[order[rank - 1]]);
        };
    }
}
