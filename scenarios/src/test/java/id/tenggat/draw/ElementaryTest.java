package id.tenggat.draw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ElementaryTest {

    /** The documented bound, and half a unit in the last place for StrictMath's own error. */
    private static final double TOLERANCE = 5e-16 + 0x1.0p-53;

    private static final int POINTS = 2_000_000;

    @Test
    void logarithmsOfUniformsAreRight() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(worst(() -> random.nextDouble() + 0x1.0p-54, Elementary::log, StrictMath::log))
                .isLessThan(TOLERANCE);
    }

    @Test
    void logarithmsOfEveryMagnitudeAreRight() {
        SplittableRandom random = new SplittableRandom(2);
        assertThat(worst(() -> positive(random), Elementary::log, StrictMath::log))
                .isLessThan(TOLERANCE);
    }

    @Test
    void logarithmsNearOneKeepTheirLastDigits() {
        for (int exponent = -52; exponent < 0; exponent++) {
            double little = StrictMath.scalb(1.0, exponent);
            assertThat(error(1 + little, Elementary::log, StrictMath::log)).isLessThan(TOLERANCE);
            assertThat(error(1 - little, Elementary::log, StrictMath::log)).isLessThan(TOLERANCE);
        }
        assertThat(Elementary.log(1)).isZero();
    }

    /** Where the table's index or the exponent changes, on both sides. */
    @Test
    void logarithmsAgreeOnBothSidesOfEverySwitch() {
        for (int j = 0; j < 1 << 9; j++) {
            double edge = 0.5 + j * 0x1.0p-9;
            for (double x : new double[] {edge, Math.nextUp(edge), Math.nextDown(edge), 2 * edge, 1024 * edge}) {
                if (x != 1) {
                    assertThat(error(x, Elementary::log, StrictMath::log)).isLessThan(TOLERANCE);
                }
            }
        }
    }

    @Test
    void logarithmsHaveTheirEdges() {
        assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        for (double x : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL / 3, Double.MIN_NORMAL, Double.MAX_VALUE}) {
            assertThat(error(x, Elementary::log, StrictMath::log)).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 40, 707})
    void exponentialsAreRight(double range) {
        SplittableRandom random = new SplittableRandom(3);
        assertThat(worst(() -> (random.nextDouble() * 2 - 1) * range, Elementary::exp, StrictMath::exp))
                .isLessThan(TOLERANCE);
    }

    @Test
    void exponentialsAgreeOnBothSidesOfEverySwitch() {
        for (int j = -40_000; j < 40_000; j++) {
            double edge = (j + 0.5) / 128 * StrictMath.log(2);
            for (double x : new double[] {edge, Math.nextUp(edge), Math.nextDown(edge)}) {
                assertThat(error(x, Elementary::exp, StrictMath::exp)).isLessThan(TOLERANCE);
            }
        }
    }

    @Test
    void exponentialsHaveTheirEdges() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1);
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-746)).isZero();
        assertThat(Elementary.exp(709.9)).isEqualTo(Double.POSITIVE_INFINITY);
        for (double x : new double[] {-708.3, -708, 708, 708.5, 709.78}) {
            assertThat(error(x, Elementary::exp, StrictMath::exp)).isLessThan(2 * TOLERANCE);
        }
        assertThat(Elementary.exp(-745)).isEqualTo(StrictMath.exp(-745), within(Double.MIN_VALUE));
        assertThat(Elementary.exp(-720)).isEqualTo(StrictMath.exp(-720), within(2 * Double.MIN_VALUE));
    }

    private interface Points {
        double next();
    }

    private static double worst(Points points, DoubleUnaryOperator found, DoubleUnaryOperator expected) {
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            worst = Math.max(worst, error(points.next(), found, expected));
        }
        return worst;
    }

    private static double error(double x, DoubleUnaryOperator found, DoubleUnaryOperator expected) {
        double right = expected.applyAsDouble(x);
        return Math.abs(found.applyAsDouble(x) - right) / Math.abs(right);
    }

    /** A positive number of any magnitude. */
    private static double positive(SplittableRandom random) {
        return StrictMath.scalb(1 + random.nextDouble(), random.nextInt(-1022, 1024));
    }
}
