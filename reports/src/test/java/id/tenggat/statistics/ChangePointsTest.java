package id.tenggat.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ChangePointsTest {

    private static final ChangePoints AT_1_PERCENT = new ChangePoints(0.01, 3, 1);

    private static List<Integer> indices(double... series) {
        return AT_1_PERCENT.of(series).stream().map(ChangePoint::index).toList();
    }

    @Test
    void theNileHasLessWaterFrom1899On() {
        double[] nile = Series.read("nile.txt");
        List<ChangePoint> points = AT_1_PERCENT.of(nile);
        assertThat(points).singleElement().satisfies(dam -> {
            assertThat(1871 + dam.index()).isEqualTo(1899);
            assertThat(dam.p()).isEqualTo(1 / 500.0);
            assertThat(dam.before()).isEqualTo(1130);
            assertThat(dam.after()).isEqualTo(842.5);
            assertThat(dam.relativeChange().orElseThrow()).isCloseTo(-0.25, within(0.005));
        });
    }

    /**
     * To the night those that Otava's tests expect at p ≤ 0.001 with every size of change (test_tb_magnitude0_p001):
     *
     * <pre>
     *                                                    ,..''.'......''''...'''''......'..
     *              ...       ....'''....,......''''....''
     *   ..   ..   |   |....''
     *   | | |  |..|
     *   |  | (one night)
     *          15 61 71  95 117 131 142 148    192 212    260
     * </pre>
     */
    @Test
    void tigerBeetlesNightsHaveTheChangesThatOtavaFinds() {
        assertThat(indices(Series.read("tigerbeetle.txt")))
                .containsExactly(15, 61, 71, 95, 117, 131, 142, 148, 192, 212, 260);
    }

    /** MongoDB's test expects nine; its library says 25, 64, 69, 114, 173, 198, 237, 242 and 288 (seed 1234). */
    @Test
    void mongoDbsThroughputHasAsManyChangesAsItsOwnLibraryFindsWithinARunOfIts() {
        List<Integer> points = indices(Series.read("mongodb-small.txt"));
        int[] published = {25, 64, 69, 114, 173, 198, 237, 242, 288};
        assertThat(points).hasSize(published.length);
        for (int i = 0; i < published.length; i++) {
            assertThat(points.get(i)).isBetween(published[i] - 1, published[i] + 1);
        }
    }

    @Test
    void theSameSeedGivesTheSame() {
        double[] nile = Series.read("nile.txt");
        assertThat(AT_1_PERCENT.of(nile)).isEqualTo(new ChangePoints(0.01, 3, 1).of(nile));
    }

    /** A twentieth of all series without any change, neither more nor less. */
    @ParameterizedTest
    @CsvSource({"20, 3", "40, 5"})
    void ofNoiseAloneTheLevelsShareIsTakenForAChange(int length, int leastSegment) {
        Random random = new Random(20200420 + length);
        ChangePoints search = new ChangePoints(0.05, leastSegment, 7);
        Proportion alarms =
                share(600, trial -> !search.of(noise(random, length, 100)).isEmpty());
        assertThat(alarms.interval(0.999).contains(0.05)).isTrue();
    }

    /** Twenty runs, then some that are 10 % slower, of a standard deviation of 3 %: 0.895 of 200 found after five, 0.975 after ten. */
    @ParameterizedTest
    @CsvSource({"5, 0.85", "10, 0.95"})
    void aStepOfTenPercentIsFoundSoonAfter(int after, double atLeast) {
        Random random = new Random(20200421);
        Proportion found = share(200, trial -> {
            double[] series = DoubleStream.concat(
                            DoubleStream.of(noise(random, 20, 100)), DoubleStream.of(noise(random, after, 110)))
                    .toArray();
            return indices(series).stream().anyMatch(index -> Math.abs(index - 20) <= 1);
        });
        assertThat(found.share()).isGreaterThan(atLeast);
    }

    @Test
    void oneRunThatWentWrongIsNoChange() {
        Random random = new Random(20200422);
        Proportion alarms = share(200, trial -> {
            double[] series = noise(random, 30, 100);
            series[10 + random.nextInt(10)] = 500;
            return !indices(series).isEmpty();
        });
        assertThat(alarms.share()).isLessThan(0.03);
    }

    private static Proportion share(int trials, Predicate<Integer> hit) {
        return new Proportion(
                (int) IntStream.range(0, trials).boxed().filter(hit).count(), trials);
    }

    private static double[] noise(Random random, int length, double mean) {
        return DoubleStream.generate(() -> mean * (1 + 0.03 * random.nextGaussian()))
                .limit(length)
                .toArray();
    }

    @Test
    void aStepWithoutNoiseIsWhereItIs() {
        double[] series =
                IntStream.range(0, 24).mapToDouble(i -> i < 14 ? 0 : 3).toArray();
        assertThat(AT_1_PERCENT.of(series)).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(14);
            assertThat(point.before()).isZero();
            assertThat(point.after()).isEqualTo(3);
            assertThat(point.relativeChange()).isEmpty();
        });
    }

    @Test
    void whatIsAllTheSameOrTooShortHasNotChanged() {
        assertThat(indices()).isEmpty();
        assertThat(indices(1, 1, 9, 9, 9)).isEmpty();
        assertThat(indices(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)).isEmpty();
    }

    /** Three against three are one of twenty orders, and can't be significant at 1 %. */
    @Test
    void aFewRunsCannotTell() {
        assertThat(indices(1, 1.1, 1.2, 9, 9.1, 9.2)).isEmpty();
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> AT_1_PERCENT.of(1, 2, Double.NaN)).hasMessageContaining("found NaN at index 2");
        assertThatThrownBy(() -> AT_1_PERCENT.of(Double.POSITIVE_INFINITY)).hasMessageContaining("at index 0");
        assertThatThrownBy(() -> new ChangePoints(0, 3, 1)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> new ChangePoints(Double.NaN, 3, 1)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> new ChangePoints(0.01, 1, 1)).hasMessageContaining("found 1");
    }
}
