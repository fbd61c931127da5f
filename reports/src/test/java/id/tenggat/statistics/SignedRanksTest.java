package id.tenggat.statistics;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SignedRanksTest {

    @Test
    void theTablesOfTheTest() {
        // Hollander and Wolfe, Nonparametric Statistical Methods, table A.4: P(T >= 40) = .020 for n = 9.
        assertThat(SignedRanks.p(new double[] {-1, 2, 3, -4, 5, 6, 7, 8, 9})).isCloseTo(0.01953125, within(1e-12));
        assertThat(SignedRanks.p(new double[] {1, 2, 3, 4, 5})).isEqualTo(1 / 32.0);
        assertThat(SignedRanks.p(new double[] {-1, -2, -3})).isEqualTo(1);
    }

    @Test
    void tiesAreExactToo() {
        assertThat(SignedRanks.p(new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7})).isEqualTo(Math.pow(0.5, 10));
        assertThat(SignedRanks.p(new double[] {7, 7, 7, -7})).isEqualTo(5 / 16.0);
    }

    @Test
    void whatDoesNotDifferTellsNothing() {
        assertThat(SignedRanks.p(new double[] {0, 0, 0})).isEqualTo(1);
        assertThat(SignedRanks.p(new double[] {0, 1, 2, 0})).isEqualTo(0.25);
    }

    @Test
    void manyAreAboutNormal() {
        double[] noise = new Random(7).doubles(101, -1, 1).toArray();
        double[] fewer = Arrays.copyOf(noise, 100);
        assertThat(SignedRanks.p(noise)).isCloseTo(SignedRanks.p(fewer), within(0.05));
    }
}
