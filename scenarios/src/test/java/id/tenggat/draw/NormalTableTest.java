package id.tenggat.draw;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NormalTableTest {

    /** The documented bound on the error. */
    private static final double TOLERANCE = 1e-11;

    private static final long LAST = (1L << 52) - 1;

    @Test
    void drawsAreQuantilesOverADenseGrid() {
        long step = (LAST >> 22) | 1;
        for (long i = 0; i <= LAST; i += step) {
            assertIsQuantile(i);
        }
    }

    /** Cells end where one of the five leading bits changes: 52 octaves of 32 cells, and as many mirrored. */
    @Test
    void drawsAreQuantilesOnBothSidesOfEveryCellsEnd() {
        for (int octave = 0; octave < 51; octave++) {
            for (int cell = 32; cell < 64; cell++) {
                long edge = cell * (1L << octave) / 32;
                for (long near = Math.max(0, edge - 2); near <= edge + 2; near++) {
                    assertIsQuantile(near);
                    assertIsQuantile(LAST - near);
                }
            }
        }
    }

    private static void assertIsQuantile(long index) {
        double u = Draws.uniform(index << 12);
        double expected = u <= 0.5 ? NormalQuantile.at(u) : -NormalQuantile.at(Draws.uniform((LAST - index) << 12));
        double found = NormalTable.of(index << 12);
        if (!(Math.abs(found - expected) < TOLERANCE)) {
            assertThat(found).as("at u = %s, index %d", u, index).isEqualTo(expected, within(TOLERANCE));
        }
    }

    @Test
    void drawsRiseWithTheUniform() {
        double before = Double.NEGATIVE_INFINITY;
        long step = (LAST >> 23) | 1;
        for (long i = 0; i <= LAST; i += step) {
            double z = NormalTable.of(i << 12);
            assertThat(z > before).as("at index %d", i).isTrue();
            before = z;
        }
    }

    @Test
    void drawsNeverFallAcrossACellsEnd() {
        for (int octave = 5; octave < 51; octave++) {
            for (int cell = 32; cell < 64; cell++) {
                long edge = cell * (1L << octave) / 32;
                double rise = NormalTable.of(edge << 12) - NormalTable.of((edge - 1) << 12);
                assertThat(rise).as("octave %d, cell %d", octave, cell).isGreaterThan(-1e-15);
            }
        }
    }

    @Test
    void theUpperHalfIsTheMirrorOfTheLower() {
        Draws draws = new Draws(11);
        for (int i = 0; i < 100_000; i++) {
            long key = draws.key(Purpose.THINK, i, 0, 0);
            assertThat(NormalTable.of(~key)).isEqualTo(-NormalTable.of(key));
        }
    }

    /** Within four standard errors: the k-th moment's variance is E z²ᵏ − (E zᵏ)². */
    @Test
    void drawsHaveTheMomentsOfTheNormal() {
        int n = 4_000_000;
        Draws draws = new Draws(12);
        double[] sums = new double[5];
        for (int i = 0; i < n; i++) {
            double z = NormalTable.of(draws.key(Purpose.THINK, i, 0, 0));
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= z;
                sums[k] += power;
            }
        }
        double error = 4 / Math.sqrt(n);
        assertThat(sums[1] / n).isCloseTo(0, within(error));
        assertThat(sums[2] / n).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(sums[3] / n).isCloseTo(0, within(error * Math.sqrt(15)));
        assertThat(sums[4] / n).isCloseTo(3, within(error * Math.sqrt(96)));
    }
}
