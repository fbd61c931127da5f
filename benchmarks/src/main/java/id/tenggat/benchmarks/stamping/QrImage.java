package id.tenggat.benchmarks.stamping;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import id.tenggat.stamping.SerialNumber;

import java.awt.image.BufferedImage;
import java.util.Map;

/** The QR code of a serial number as ZXing draws it, quiet zone included: one black or white pixel a module. */
final class QrImage {

    private static final Map<EncodeHintType, Object> HINTS = Map.<EncodeHintType, Object>of(
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2);

    private QrImage() {}

    static BufferedImage of(SerialNumber serial) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(serial.digits(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
            int side = modules.getWidth();
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    image.setRGB(x, y, modules.get(x, y) ? 0 : 0xffffff);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException("22 digits must fit a QR code", e);
        }
    }
}
