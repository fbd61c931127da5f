package id.tenggat.statistics;

import id.tenggat.statistics.Shift.Suspected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ShiftTest {

    /**
     * Permeability of the human chorioamnion, at term and between 12 and 26 weeks: Hollander and Wolfe, Nonparametric
     * Statistical Methods (1973), 69 f. They find U = 35, p = 0.1272 and a shift of 0.305.
     */
    @Test
    void theTextbooksPermeabilitiesGiveTheTextbooksNumbers() {
        Sample term = Sample.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
        Sample earlier = Sample.of(1.15, 0.88, 0.90, 0.74, 1.21);
        Shift shift = Shift.between(earlier, term, Suspected.HIGHER);
        assertThat(shift.p()).isCloseTo(0.1272, within(0.00005));
        assertThat(shift.difference()).isCloseTo(0.305, within(1e-12));
        assertThat(shift.delta()).isCloseTo(2 * 35 / 50.0 - 1, within(1e-12));
        assertThat(shift.leastP()).isCloseTo(1 / 3003.0, within(1e-15));
    }

    /** Of the 20 ways to choose three of six ranks, how many have a sum at most as great: by hand. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 0.05", "1, 2, 4, 0.10", "1, 2, 5, 0.20", "1, 3, 4, 0.20", "4, 5, 6, 1.00"})
    void smallSamplesAreCountedOut(int a, int b, int c, double p) {
        double[] others = IntStream.rangeClosed(1, 6)
                .filter(i -> i != a && i != b && i != c)
                .asDoubleStream()
                .toArray();
        assertThat(Shift.between(Sample.of(others), Sample.of(a, b, c), Suspected.LOWER)
                        .p())
                .isCloseTo(p, within(1e-12));
    }

    /**
     * With ties, by the normal distribution: U = 2 of 36 pairs, so a deviation of 18 − 2 − ½; and 2, 5 and 6 have a twin each,
     * so a variance of 36/12 · (13 − 18/132).
     */
    @Test
    void tiesAreCorrectedFor() {
        Sample placebo = Sample.of(9, 7, 5, 10, 6, 8);
        Sample drug = Sample.of(3, 4, 2, 6, 2, 5);
        Shift shift = Shift.between(placebo, drug, Suspected.LOWER);
        assertThat(shift.p()).isCloseTo(0.006296, within(1e-6));
        assertThat(shift.difference()).isEqualTo(-4);
        assertThat(shift.delta()).isCloseTo(2 * 2 / 36.0 - 1, within(1e-12));
    }

    @Test
    void theOtherWayRoundTheSignsTurn() {
        Sample low = Sample.of(1, 2, 3, 4.5);
        Sample high = Sample.of(2.5, 5, 6, 7);
        Shift up = Shift.between(low, high, Suspected.HIGHER);
        Shift down = Shift.between(high, low, Suspected.LOWER);
        assertThat(down.p()).isEqualTo(up.p());
        assertThat(down.difference()).isEqualTo(-up.difference());
        assertThat(down.delta()).isEqualTo(-up.delta());
        assertThat(down.ratio().orElseThrow() * up.ratio().orElseThrow()).isCloseTo(1, within(0.02));
    }

    @Test
    void theRatioIsOfWhatIsAboveNothing() {
        assertThat(Shift.between(Sample.of(10, 20, 40), Sample.of(11, 22, 44), Suspected.HIGHER)
                        .ratio())
                .hasValue(1.1);
        assertThat(Shift.between(Sample.of(0, 20), Sample.of(11, 22), Suspected.HIGHER)
                        .ratio())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllTheSameHasNotShifted(Suspected suspected) {
        Shift shift = Shift.between(Sample.of(3, 3, 3), Sample.of(3, 3, 3, 3), suspected);
        assertThat(shift.p()).isEqualTo(1);
        assertThat(shift.difference()).isZero();
        assertThat(shift.ratio()).hasValue(1);
        assertThat(shift.delta()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "3, 3, 20", "5, 5, 252", "2, 8, 45", "10, 10, 184756"})
    void tooFewRunsCanNotTell(int m, int n, double orders) {
        assertThat(Shift.leastP(m, n)).isCloseTo(1 / orders, within(1e-15));
    }

    @Test
    void pIsNeverBelowWhatAsManyRunsCanGive() {
        Shift tied = Shift.between(Sample.of(1, 1, 1), Sample.of(2, 2, 2), Suspected.HIGHER);
        assertThat(tied.p()).isGreaterThanOrEqualTo(tied.leastP());
        assertThat(tied.leastP()).isCloseTo(0.05, within(1e-15));
        assertThat(Shift.between(Sample.of(1, 2, 3), Sample.of(4, 5, 6), Suspected.HIGHER)
                        .p())
                .isCloseTo(0.05, within(1e-15));
    }

    @Test
    void samplesOfNothingAreRefused() {
        assertThatThrownBy(() -> Shift.leastP(0, 4)).hasMessageContaining("found 0 and 4");
    }

    /** Skewed values: the test may know nothing of their distribution. Of 5 against 5, p ≤ 0.05 has a probability of 12/252. */
    @Test
    void whereNothingHasChangedItIsWrongAsOftenAsItSays() {
        Random random = new Random(19470301);
        DoubleSupplier skewed = () -> Math.exp(2 * random.nextGaussian());
        assertThat(significant(4000, 5, skewed, skewed).interval(0.999).contains(12 / 252.0))
                .isTrue();
    }

    @Test
    void manyRunsOfRoundedValuesAreWrongAsOftenAsTheySay() {
        Random random = new Random(19470302);
        DoubleSupplier rounded = () -> Math.rint(3 * random.nextGaussian());
        assertThat(significant(3000, 30, rounded, rounded).interval(0.999).contains(0.05))
                .isTrue();
    }

    /** Half a standard deviation, 60 against 60: by the normal distribution p ≤ 0.05 has a probability of 0.85. */
    @Test
    void whatHasChangedIsFound() {
        Random random = new Random(19470303);
        Proportion found = significant(1000, 60, random::nextGaussian, () -> random.nextGaussian() + 0.5);
        assertThat(found.interval(0.999).contains(0.85)).isTrue();
    }

    private static Proportion significant(int trials, int size, DoubleSupplier before, DoubleSupplier after) {
        int hits = (int) IntStream.range(0, trials)
                .mapToObj(i -> Shift.between(sample(size, before), sample(size, after), Suspected.HIGHER))
                .filter(shift -> shift.p() <= 0.05)
                .count();
        return new Proportion(hits, trials);
    }

    private static Sample sample(int size, DoubleSupplier value) {
        return Sample.of(DoubleStream.generate(value).limit(size).toArray());
    }
}
