package id.tenggat.draw;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DrawsTest {

    private static final Draws DRAWS = new Draws(42);

    @Test
    void theSameKeyGivesTheSameValueForEver() {
        assertThat(DRAWS.uniform(Purpose.THINK, 7, 3, 1)).isEqualTo(FROZEN_UNIFORM);
        assertThat(DRAWS.key(Purpose.SERVICE, 300_175, 7, 2003)).isEqualTo(FROZEN_KEY);
    }

    @Test
    void uniformsNeverReachZeroOrOne() {
        assertThat(Draws.uniform(0)).isEqualTo(0x1.0p-53);
        assertThat(Draws.uniform(-1)).isEqualTo(1 - 0x1.0p-53);
        assertThat(Draws.uniform(Long.MIN_VALUE)).isEqualTo(0.5 + 0x1.0p-53);
    }

    @Test
    void theUniformOfAKeyAndOfItsComplementAddUpToOne() {
        for (int applicant = 0; applicant < 1000; applicant++) {
            long key = DRAWS.key(Purpose.THINK, applicant, 0, 0);
            assertThat(Draws.uniform(key)).isEqualTo(1 - Draws.uniform(~key));
        }
    }

    @Test
    void everyPartOfTheKeyCounts() {
        Set<Long> keys = new HashSet<>();
        int made = 0;
        for (Purpose purpose : Purpose.values()) {
            for (int applicant = 0; applicant < 200; applicant++) {
                for (int step = 0; step < 8; step++) {
                    for (int attempt = 0; attempt < 10; attempt++, made++) {
                        keys.add(DRAWS.key(purpose, applicant, step, attempt));
                    }
                }
            }
        }
        assertThat(keys).hasSize(made);
        assertThat(new Draws(43).key(Purpose.THINK, 0, 0, 0)).isNotEqualTo(DRAWS.key(Purpose.THINK, 0, 0, 0));
    }

    @Test
    void neighbouringKeysAreSpreadEvenly() {
        int[] cells = new int[100];
        int n = 1_000_000;
        for (int applicant = 0; applicant < n; applicant++) {
            cells[(int) (DRAWS.uniform(Purpose.BACKOFF, applicant, 2, 5) * cells.length)]++;
        }
        double expected = n / (double) cells.length;
        double chiSquare = 0;
        for (int count : cells) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).as("99 degrees of freedom, 0.1%% to 99.9%%").isBetween(60.0, 149.0);
    }

    @Test
    void neighbouringKeysAreNotCorrelated() {
        double sum = 0;
        int n = 1_000_000;
        for (int applicant = 0; applicant < n; applicant++) {
            double a = DRAWS.uniform(Purpose.THINK, applicant, 0, 0) - 0.5;
            double b = DRAWS.uniform(Purpose.THINK, applicant + 1, 0, 0) - 0.5;
            sum += a * b * 12;
        }
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void oneBitOfTheKeyTurnsHalfOfTheBits() {
        double turned = 0;
        int n = 100_000;
        for (int applicant = 0; applicant < n; applicant++) {
            long a = DRAWS.key(Purpose.SERVICE, applicant, 0, 0);
            long b = DRAWS.key(Purpose.SERVICE, applicant ^ 1, 0, 0);
            turned += Long.bitCount(a ^ b);
        }
        assertThat(turned / n).isCloseTo(32, within(0.1));
    }

    private static final double FROZEN_UNIFORM = 0.8168550195143739;
    private static final long FROZEN_KEY = 7720035278802732088L;
}
