package id.tenggat.stamping;

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
 * fonts are two of the standard 14, which every reader has, so that none is embedded. In a document for the archive (PDF/A)
 * they are one that the stamp brings along, and all is grey, since other colours need not be defined there. The QR code is an
 * image of one bit a module, written as hexadecimal digits, which have none of the letters that could end an inline image
 * too early.
 */
final class StampFace {

    /* Text is centred by the fonts' published widths: SPECIMEN in Helvetica-Bold is 5.223 em, a digit in Helvetica
    0.556 em, the last line in Helvetica 16.615 em. A module of the QR code is 2.4 units, so its quiet zone of 4 modules is 9.6. */
    private static final String GROUND = """
            1 g 0 0 100 100 re f
            %1$s 1.2 w 1.2 1.2 97.6 97.6 re S
            %2$s 1.2 87.6 97.6 11.2 re f
            BT 1 g /Bold 9 Tf 26.5 90 Td (SPECIMEN) Tj
            %2$s /Plain 4.5 Tf -13.9 -85.4 Td (TENGGAT LOAD TEST - NO VALUE) Tj
            0 g /Plain 7 Tf -5.4 5.8 Td (""";

    private static final byte[] COLOURED = Ascii.bytes(GROUND.formatted(".04 .36 .42 RG", ".04 .36 .42 rg"));
    private static final byte[] GREY = Ascii.bytes(GROUND.formatted(".3 G", ".3 g"));

    private static final byte[] CODE = Ascii.bytes("""
            ) Tj ET
            50.4 0 0 50.4 24.8 27.2 cm
            BI /W 21 /H 21 /IM true /D [1 0] /F /AHx ID
            """);

    private static final byte[] END = Ascii.bytes(">\nEI\nendstream");
    private static final int END_KEYWORD = "\nendstream".length();
    private static final int CODE_DIGITS = QrCode.MODULES * QrCode.ROW_BITS / 4;

    private static final byte[] HEAD =
            Ascii.bytes("<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<</Bold");
    private static final byte[] STANDARD_FONTS = Ascii.bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"
            + "/Plain<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length ");
    private static final byte[] OWN_FONT = Ascii.bytes(" 0 R/Plain ");
    private static final byte[] OWN_FONT_END = Ascii.bytes(" 0 R>>>>/Length ");
    private static final byte[] STREAM = Ascii.bytes(">>\nstream\n");

    /** Turns what is drawn against the page's rotation, so that it is shown upright; by quarters. */
    private static final byte[][] MATRICES = {
        Ascii.bytes(""),
        Ascii.bytes("/Matrix[0 1 -1 0 0 0]"),
        Ascii.bytes("/Matrix[-1 0 0 -1 0 0]"),
        Ascii.bytes("/Matrix[0 -1 1 0 0 0]")
    };

    private final QrCode code;
    private final long[] bitmap = new long[QrCode.WORDS];

    /** A face for one thread; the codes may be shared. */
    StampFace(QrCode code) {
        this.code = code;
    }

    /** Writes the form XObject, without its number. */
    void write(byte[] serialDigits, int rotationDegrees, Update out) {
        write(COLOURED, serialDigits, rotationDegrees, out.text(HEAD).text(STANDARD_FONTS));
    }

    /** As {@link #write}, for the archive: with a font that is an object of generation 0. */
    void writeForArchive(byte[] serialDigits, int rotationDegrees, int font, Update out) {
        out.text(HEAD).one(' ').number(font).text(OWN_FONT).number(font).text(OWN_FONT_END);
        write(GREY, serialDigits, rotationDegrees, out);
    }

    private void write(byte[] ground, byte[] serialDigits, int rotationDegrees, Update out) {
        code.write(serialDigits, bitmap);
        out.number(ground.length + SerialNumber.DIGITS + CODE.length + CODE_DIGITS + END.length - END_KEYWORD);
        out.text(MATRICES[rotationDegrees / 90]).text(STREAM);
        out.text(ground)
                .text(serialDigits)
                .text(CODE)
                .hexadecimal(bitmap, CODE_DIGITS)
                .text(END);
    }
}
