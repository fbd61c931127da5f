package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

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
 * <p>Drawn on a square of {@value #SIDE} units; the square's ground is white, since a QR code on text or a scan can't be
 * read. The fonts are two of the standard 14, which every reader has, so that none is embedded.
 */
final class StampFace {

    /** The side of the square in its own units. */
    static final int SIDE = 100;

    /* Text is centred by the fonts' published widths: SPECIMEN in Helvetica-Bold is 5.223 em, a digit in Helvetica
    0.556 em, the last line in Helvetica 16.615 em. A module of the QR code is 2.4 units, so its quiet zone of 4 modules is 9.6. */
    private static final String GROUND = """
            1 g 0 0 100 100 re f
            0.04 0.36 0.42 RG 1.2 w 1.2 1.2 97.6 97.6 re S
            0.04 0.36 0.42 rg 1.2 87.6 97.6 11.2 re f
            1 g BT /Bold 9 Tf 26.5 90 Td (SPECIMEN) Tj ET
            0.04 0.36 0.42 rg BT /Plain 4.5 Tf 12.6 4.6 Td (TENGGAT LOAD TEST - NO VALUE) Tj ET
            0 g BT /Plain 7 Tf 7.2 10.4 Td (%s) Tj ET
            2.4 0 0 2.4 24.8 27.2 cm
            """;

    private StampFace() {}

    /** The drawing's operators, as a PDF's content stream holds them. */
    static byte[] content(SerialNumber serial) {
        StringBuilder content = new StringBuilder(4096).append(GROUND.formatted(serial.digits()));
        QrCode code = QrCode.of(serial);
        for (int row = 0; row < QrCode.MODULES; row++) {
            appendRow(content, code, row);
        }
        return content.append("f\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The fonts that the drawing names. */
    static COSDictionary resources() {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem("Bold", font("Helvetica-Bold"));
        fonts.setItem("Plain", font("Helvetica"));
        fonts.setDirect(true);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        resources.setDirect(true);
        return resources;
    }

    /** Neighbouring dark modules are one rectangle, so that no hair-line shows between them. */
    private static void appendRow(StringBuilder content, QrCode code, int row) {
        int column = 0;
        while (column < QrCode.MODULES) {
            int run = darkRun(code, row, column);
            if (run > 0) {
                appendRectangle(content, row, column, run);
            }
            column += run + 1;
        }
    }

    private static int darkRun(QrCode code, int row, int from) {
        int end = from;
        while (end < QrCode.MODULES && code.isDark(end, row)) {
            end++;
        }
        return end - from;
    }

    private static void appendRectangle(StringBuilder content, int row, int column, int run) {
        int bottom = QrCode.MODULES - 1 - row;
        content.append(column)
                .append(' ')
                .append(bottom)
                .append(' ')
                .append(run)
                .append(" 1 re\n");
    }

    private static COSDictionary font(String name) {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        font.setDirect(true);
        return font;
    }
}
