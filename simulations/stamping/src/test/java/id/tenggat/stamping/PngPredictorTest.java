package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class PngPredictorTest {

    /** The filters of RFC 2083, chapter 6, forwards: each as its formula stands there. */
    private static int predicted(int filter, int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int nearest =
                Math.min(Math.abs(estimate - left), Math.min(Math.abs(estimate - up), Math.abs(estimate - upLeft)));
        int paeth = Math.abs(estimate - left) == nearest ? left : Math.abs(estimate - up) == nearest ? up : upLeft;
        return new int[] {0, left, up, (left + up) / 2, paeth}[filter];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 20})
    void rowsOfAllFiltersComeBack(int columns) throws Exception {
        SplittableRandom random = new SplittableRandom(columns);
        byte[] samples = new byte[40 * columns];
        random.nextBytes(samples);
        byte[] rows = filtered(samples, columns, random);

        int length = PngPredictor.undo(rows, rows.length, columns);

        assertThat(Arrays.copyOf(rows, length)).isEqualTo(samples);
    }

    @Test
    void aLastRowThatIsShortIsTakenAsFarAsItIsThere() throws Exception {
        byte[] rows = {2, 1, 2, 3, 2, 1, 1};

        assertThat(PngPredictor.undo(rows, rows.length, 3)).isEqualTo(5);
        assertThat(rows).startsWith(1, 2, 3, 2, 3);
    }

    @Test
    void aLastRowOfNothingIsDamage() {
        assertThatExceptionOfType(StampRefusedException.class)
                .isThrownBy(() -> PngPredictor.undo(new byte[] {2, 1, 2, 3, 2}, 5, 3))
                .withMessageContaining("nothing more");
    }

    @Test
    void anUnknownFilterIsDamage() {
        assertThatExceptionOfType(StampRefusedException.class)
                .isThrownBy(() -> PngPredictor.undo(new byte[] {5, 0}, 2, 1))
                .withMessageContaining("unknown predictor 5");
    }

    private static byte[] filtered(byte[] samples, int columns, SplittableRandom random) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int row = 0; row < samples.length; row += columns) {
            int filter = random.nextInt(5);
            rows.write(filter);
            for (int i = row; i < row + columns; i++) {
                int left = i > row ? samples[i - 1] & 0xff : 0;
                int up = row > 0 ? samples[i - columns] & 0xff : 0;
                int upLeft = i > row && row > 0 ? samples[i - columns - 1] & 0xff : 0;
                rows.write(samples[i] - predicted(filter, left, up, upLeft));
            }
        }
        return rows.toByteArray();
    }
}
