package id.tenggat.stamping;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

final class QrCodeTest {

    private static final QrCode CODES = new QrCode();

    static LongStream sequences() {
        SplittableRandom random = new SplittableRandom(22);
        return LongStream.concat(
                LongStream.of(0, 1, 9, 10, 999, 1_000, 3_963_832, Long.MAX_VALUE),
                LongStream.generate(() -> random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63))
                        .limit(300));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void theSumOfItsBitsIsTheLibrarysCode(long sequence) throws Exception {
        SerialNumber serial = new SerialNumber(sequence);
        BitMatrix code = code(serial);
        ByteMatrix expected = Encoder.encode(
                        serial.digits(),
                        ErrorCorrectionLevel.Q,
                        Map.of(EncodeHintType.QR_VERSION, 1, EncodeHintType.QR_MASK_PATTERN, 3))
                .getMatrix();

        for (int row = 0; row < QrCode.MODULES; row++) {
            for (int column = 0; column < QrCode.MODULES; column++) {
                assertThat(code.get(column, row))
                        .as("row %d, column %d", row, column)
                        .isEqualTo(expected.get(column, row) == 1);
            }
        }
        assertThat(new Decoder().decode(code).getText()).isEqualTo(serial.digits());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void aQuarterOfItMayBeUnreadable(long sequence) throws Exception {
        SerialNumber serial = new SerialNumber(sequence);
        BitMatrix code = code(serial);
        for (int row = 9; row < 13; row++) {
            for (int column = 17; column < QrCode.MODULES; column++) {
                code.flip(column, row);
            }
        }

        assertThat(new Decoder().decode(code).getText()).isEqualTo(serial.digits());
    }

    private static BitMatrix code(SerialNumber serial) {
        byte[] digits = new byte[SerialNumber.DIGITS];
        serial.put(digits, 0);
        long[] bitmap = new long[QrCode.WORDS];
        CODES.write(digits, bitmap);
        BitMatrix code = new BitMatrix(QrCode.MODULES);
        for (int row = 0; row < QrCode.MODULES; row++) {
            for (int column = 0; column < QrCode.MODULES; column++) {
                int bit = row * QrCode.ROW_BITS + column;
                if ((bitmap[bit / 64] << (bit % 64)) < 0) {
                    code.set(column, row);
                }
            }
        }
        return code;
    }
}
