package id.tenggat.stamping;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;

/**
 * QR codes of serial numbers: their 22 digits, check digits included, in numeric mode.
 *
 * <p>22 digits at level Q (a quarter of the code may be unreadable) are a code of version 1, {@link #MODULES} modules wide;
 * ISO/IEC 18004:2015, table 7, allows 27 digits there. Of one version, level, length and mask, every module is a sum modulo 2
 * of payload bits: error correction is linear over GF(2), placement and mask are fixed. So the library is asked once for the
 * code of all zeros and for what each bit changes; a code is then the exclusive-or of at most 75 bitmaps. The mask is always
 * the same one: readers find it in the code, and on so small a code the best of the eight gains nothing.
 */
final class QrCode {

    /** Width and height in modules, without the quiet zone. */
    static final int MODULES = 21;

    /** Bits of a bitmap's row, of which the last three mean nothing. */
    static final int ROW_BITS = 24;

    /** Words of a bitmap, whose bits run row by row from the highest of the first word; dark is 1. */
    static final int WORDS = (MODULES * ROW_BITS + 63) / 64;

    private static final int MASK = 3;
    private static final int GROUP_DIGITS = 3;
    private static final int GROUP_BITS = 10;
    private static final int GROUPS = SerialNumber.DIGITS / GROUP_DIGITS;
    private static final int LAST_BITS = 4;

    private final long[] zeros = encoded("0".repeat(SerialNumber.DIGITS));
    private final long[] changes = new long[(GROUPS * GROUP_BITS + LAST_BITS) * WORDS];

    /** Asks the library: takes some ten milliseconds. */
    QrCode() {
        for (int group = 0; group <= GROUPS; group++) {
            for (int bit = 0; bit < (group < GROUPS ? GROUP_BITS : LAST_BITS); bit++) {
                learn(group, bit);
            }
        }
    }

    /** What one bit of a group of digits changes in the code of all zeros. */
    private void learn(int group, int bit) {
        int from = group * GROUP_DIGITS;
        int digits = Math.min(GROUP_DIGITS, SerialNumber.DIGITS - from);
        StringBuilder serial = new StringBuilder("0".repeat(SerialNumber.DIGITS));
        serial.replace(from, from + digits, ("%0" + digits + "d").formatted(1 << bit));
        long[] changed = encoded(serial.toString());
        for (int word = 0; word < WORDS; word++) {
            changes[(group * GROUP_BITS + bit) * WORDS + word] = changed[word] ^ zeros[word];
        }
    }

    private static long[] encoded(String digits) {
        Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.QR_VERSION, 1, EncodeHintType.QR_MASK_PATTERN, MASK);
        try {
            return packed(Encoder.encode(digits, ErrorCorrectionLevel.Q, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("22 digits must fit a QR code of version 1-Q", e);
        }
    }

    private static long[] packed(ByteMatrix modules) {
        long[] words = new long[WORDS];
        for (int row = 0; row < MODULES; row++) {
            for (int column = 0; column < MODULES; column++) {
                int bit = row * ROW_BITS + column;
                words[bit / 64] |= (long) modules.get(column, row) << (63 - bit % 64);
            }
        }
        return words;
    }

    /**
     * Writes the bitmap of a serial number.
     *
     * @param digits the 22 digits, as ASCII
     * @param bitmap {@link #WORDS} words
     */
    void write(byte[] digits, long[] bitmap) {
        System.arraycopy(zeros, 0, bitmap, 0, WORDS);
        for (int group = 0; group <= GROUPS; group++) {
            int from = group * GROUP_DIGITS;
            int value = 0;
            for (int at = from; at < Math.min(from + GROUP_DIGITS, SerialNumber.DIGITS); at++) {
                value = 10 * value + digits[at] - '0';
            }
            change(bitmap, group * GROUP_BITS, value);
        }
    }

    private void change(long[] bitmap, int firstBit, int value) {
        for (int bits = value; bits != 0; bits &= bits - 1) {
            int at = (firstBit + Integer.numberOfTrailingZeros(bits)) * WORDS;
            for (int word = 0; word < WORDS; word++) {
                bitmap[word] ^= changes[at + word];
            }
        }
    }
}
