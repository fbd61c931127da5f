package id.tenggat.stamping;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;

/**
 * The QR code of a serial number: its 22 digits, check digits included, in numeric mode.
 *
 * <p>22 digits at level Q (a quarter of the code may be unreadable) are a code of version 1, {@link #MODULES} modules wide;
 * ISO/IEC 18004:2015, table 7, allows 27 digits there.
 */
final class QrCode {

    /** Width and height in modules, without the quiet zone. */
    static final int MODULES = 21;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(SerialNumber serial) {
        try {
            return new QrCode(
                    Encoder.encode(serial.digits(), ErrorCorrectionLevel.Q, Map.of(EncodeHintType.QR_VERSION, 1))
                            .getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("22 digits must fit a QR code of version 1-Q", e);
        }
    }

    /** Whether a module is dark; column and row count from the upper left. */
    boolean isDark(int column, int row) {
        return modules.get(column, row) == 1;
    }
}
