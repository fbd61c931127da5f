package id.tenggat.statistics;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SplitTest {

    @Test
    void itIsTheGreatestOfAllThatTheDefinitionGives() {
        Random random = new Random(20140315);
        for (int trial = 0; trial < 300; trial++) {
            int least = 2 + random.nextInt(4);
            double[] values = random.doubles(random.nextInt(25), 0, 1 + random.nextInt(1000))
                    .toArray();
            Split expected = byDefinition(values, least);
            Split split = Split.best(values, least);
            assertThat(split.index()).isEqualTo(expected.index());
            assertThat(split.divergence()).isCloseTo(expected.divergence(), within(1e-9));
        }
    }

    private static Split byDefinition(double[] values, int least) {
        Split best = new Split(0, 0);
        for (int index = least; index <= values.length - least; index++) {
            for (int end = index + least; end <= values.length; end++) {
                double q = divergence(Arrays.copyOfRange(values, 0, index), Arrays.copyOfRange(values, index, end));
                best = q > best.divergence() ? new Split(index, q) : best;
            }
        }
        return best;
    }

    private static double divergence(double[] first, double[] second) {
        double n = first.length;
        double m = second.length;
        double energy = 2 * distances(first, second) / (n * m)
                - distances(first, first) / (n * (n - 1))
                - distances(second, second) / (m * (m - 1));
        return n * m / (n + m) * energy;
    }

    /** Within one sample each pair counts twice. */
    private static double distances(double[] some, double[] others) {
        return Arrays.stream(some)
                .flatMap(x -> Arrays.stream(others).map(y -> Math.abs(x - y)))
                .sum();
    }

    /** By hand: 2 · 2 · 4 / 6 · (2 · 5 − 0 − 0), where the last two values would only blur it. */
    @Test
    void theSecondPartEndsWhereItDiffersMost() {
        Split split = Split.best(new double[] {0, 0, 5, 5, 5, 5, 2, 2}, 2);
        assertThat(split.index()).isEqualTo(2);
        assertThat(split.divergence()).isCloseTo(2 * 4 / 6.0 * 10, within(1e-12));
    }

    @Test
    void whatIsAllTheSameOrTooShortIsNotSplit() {
        assertThat(Split.best(new double[] {7, 7, 7, 7, 7, 7}, 2).divergence()).isZero();
        assertThat(Split.best(new double[] {1, 1, 9}, 2).divergence()).isZero();
        assertThat(Split.best(new double[0], 2).divergence()).isZero();
    }
}
