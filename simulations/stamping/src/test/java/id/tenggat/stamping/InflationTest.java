package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Streams are inflated ahead, of which whoever asks for a piece of them sees nothing. */
final class InflationTest {

    private static final int BYTES = 20_000;

    private final Inflation inflation = new Inflation(effort());

    private static Effort effort() {
        Effort effort = new Effort(1 << 20);
        effort.reset(1 << 20);
        return effort;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whatIsAskedForPieceByPieceIsThereAndNoMore(int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] plain = bytes(random, 1 + random.nextInt(BYTES));
        byte[] deflated = deflated(plain, random.nextInt(10));

        inflation.begin(deflated, 0, deflated.length);
        for (int wanted = 0; wanted < plain.length + 10; wanted += random.nextInt(3000)) {
            inflation.inflate(wanted);
            int length = Math.min(wanted, plain.length);
            assertThat(inflation.length()).isEqualTo(length);
            assertThat(Arrays.copyOf(inflation.bytes(), length)).isEqualTo(Arrays.copyOf(plain, length));
        }
    }

    @Test
    void whatWasInflatedAheadOfOneStreamIsNotInTheNext() throws Exception {
        byte[] plain = bytes(new SplittableRandom(8), 100);
        byte[] longer = deflated(bytes(new SplittableRandom(9), BYTES), 6);
        byte[] deflated = deflated(plain, 6);

        inflation.begin(longer, 0, longer.length);
        inflation.inflate(10);
        inflation.begin(deflated, 0, deflated.length);
        assertThat(inflation.length()).isZero();
        inflation.inflate(Integer.MAX_VALUE);

        assertThat(Arrays.copyOf(inflation.bytes(), inflation.length())).isEqualTo(plain);
    }

    /** A stored block cut short, and one of the kind that does not exist: {@code 7} begins the last block, of kind 3. */
    @ParameterizedTest
    @ValueSource(bytes = {1, 7})
    void damageBehindWhatIsAskedForIsNotSeen(byte head) throws Exception {
        byte[] stream = {0x78, 0x01, 0, 3, 0, (byte) ~3, (byte) 0xff, 'a', 'b', 'c', head};

        inflation.begin(stream, 0, stream.length);
        inflation.inflate(3);
        assertThat(Arrays.copyOf(inflation.bytes(), inflation.length())).containsExactly('a', 'b', 'c');

        assertThatExceptionOfType(StampRefusedException.class).isThrownBy(() -> inflation.inflate(4));
    }

    @Test
    void aBombIsRefusedWhereItsLimitIs() throws Exception {
        byte[] bomb = deflated(new byte[3 << 20], 9);

        inflation.begin(bomb, 0, bomb.length);
        assertThatExceptionOfType(StampRefusedException.class)
                .isThrownBy(() -> inflation.inflate(Integer.MAX_VALUE))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Refusal.DecompressionBomb(1 << 20)));
        assertThat(inflation.bytes().length).isLessThanOrEqualTo(2 << 20);
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(1 + random.nextInt(40));
        }
        return bytes;
    }

    private static byte[] deflated(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(plain);
        deflater.finish();
        byte[] deflated = new byte[2 * plain.length + 100];
        int length = deflater.deflate(deflated);
        deflater.end();
        return Arrays.copyOf(deflated, length);
    }
}
