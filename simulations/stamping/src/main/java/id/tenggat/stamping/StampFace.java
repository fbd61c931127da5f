package id.tenggat.stamping;

import java.nio.charset.StandardCharsets;

/**
 * What a stamp looks like: the word SPECIMEN on a band, the QR code, the serial number, and what it is not worth.
 *
 * <pre>
 *   ┌───────────────────┐ 100
 *   │ ██ SPECIMEN ████  │
 *   │      ▓▓ ▓ ▓▓      │
 *   │      ▓ QR  ▓      │
 *   │      ▓▓ ▓ ▓▓      │
 *   │   0000...000123   │
 *   │     NO VALUE      │
 *   └───────────────────┘ 0
 * </pre>
 *
 * <p>Drawn on a square of 100 units; the square's ground is white, since a QR code on text or a scan can't be read. The
 * fonts are two of the standard 14, which every reader has, so that none is embedded. The QR code is an image of one bit a
 * module, written as hexadecimal digits, which have none of the letters that could end an inline image too early.
 */
final class StampFace {

    /* Text is centred by the fonts' published widths: SPECIMEN in Helvetica-Bold is 5.223 em, a digit in Helvetica
    0.556 em, the last line in Helvetica 16.615 em. A module of the QR code is 2.4 units, so its quiet zone of 4 modules is 9.6. */
    private static final byte[] GROUND = ascii("""
            1 g 0 0 100 100 re f
            .04 .36 .42 RG .04 .36 .42 rg 1.2 w 1.2 1.2 97.6 97.6 re S
            1.2 87.6 97.6 11.2 re f
            BT 1 g /Bold 9 Tf 26.5 90 Td (SPECIMEN) Tj
            .04 .36 .42 rg /Plain 4.5 Tf -13.9 -85.4 Td (TENGGAT LOAD TEST - NO VALUE) Tj
            0 g /Plain 7 Tf -5.4 5.8 Td (""");

    private static final byte[] CODE = ascii("""
            ) Tj ET
            50.4 0 0 50.4 24.8 27.2 cm
            BI /W 21 /H 21 /IM true /D [1 0] /F /AHx ID
            """);

    private static final byte[] END = ascii(">\nEI");
    private static final int CODE_DIGITS = QrCode.MODULES * QrCode.ROW_BITS / 4;
    private static final int LENGTH = GROUND.length + SerialNumber.DIGITS + CODE.length + CODE_DIGITS + END.length;

    private static final byte[] HEAD = ascii("<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<<"
            + "/Bold<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"
            + "/Plain<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length " + LENGTH);

    private static final byte[] STREAM = ascii(">>\nstream\n");
    private static final byte[] STREAM_END = ascii("\nendstream");

    /** Turns what is drawn against the page's rotation, so that it is shown upright; by quarters. */
    private static final byte[][] MATRICES = {
        ascii(""), ascii("/Matrix[0 1 -1 0 0 0]"), ascii("/Matrix[-1 0 0 -1 0 0]"), ascii("/Matrix[0 -1 1 0 0 0]")
    };

    private final QrCode code;
    private final long[] bitmap = new long[QrCode.WORDS];

    /** A face for one thread; the codes may be shared. */
    StampFace(QrCode code) {
        this.code = code;
    }

    /** Writes the form XObject, without its number. */
    void write(byte[] serialDigits, int rotationDegrees, Update out) {
        code.write(serialDigits, bitmap);
        out.text(HEAD).text(MATRICES[rotationDegrees / 90]).text(STREAM);
        out.text(GROUND).text(serialDigits).text(CODE).hexadecimal(bitmap, CODE_DIGITS);
        out.text(END).text(STREAM_END);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
