package id.tenggat.stamping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The font that a stamp brings along into a document for the archive: the glyphs of its texts, from a sans-serif font as wide
 * as Helvetica, as a simple TrueType font (ISO 32000-1, 9.6.3). Loaded when the first such document comes.
 */
final class ArchiveFont {

    /** How many objects it is. */
    static final int OBJECTS = 3;

    /** What code 32 and the following ones are wide, in thousandths of the size; 0 where the font has no glyph. */
    private static final String WIDTHS =
            "278 0 0 0 0 0 0 0 0 0 0 0 0 333 0 0 556 556 556 556 556 556 556 556 556 556 0 0 0 0 0 0 0 "
                    + "667 0 722 722 667 0 778 0 278 0 0 556 833 722 778 667 0 0 667 611 722 667";

    private static final byte[] FONT_TEXT = Ascii.bytes("<</Type/Font/Subtype/TrueType/BaseFont/TNGGAT+SpecimenSans"
            + "/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 86/Widths[" + WIDTHS + "]/FontDescriptor ");
    private static final byte[] DESCRIPTOR = Ascii.bytes("<</Type/FontDescriptor/FontName/TNGGAT+SpecimenSans/Flags 32"
            + "/FontBBox[-544 -303 1302 980]/ItalicAngle 0/Ascent 905/Descent -212/CapHeight 729/StemV 80/FontFile2 ");
    private static final byte[] REFERENCE_END = Ascii.bytes(" 0 R>>");
    private static final byte[] STREAM_END = Ascii.bytes("\nendstream");
    private static final ArchiveFont FONT = load();

    private final byte[] file;
    private final byte[] head;

    private ArchiveFont(byte[] file, int plainLength) {
        this.file = file;
        this.head = Ascii.bytes(
                "<</Filter/FlateDecode/Length %d/Length1 %d>>\nstream\n".formatted(file.length, plainLength));
    }

    private static ArchiveFont load() {
        try (InputStream resource = ArchiveFont.class.getResourceAsStream("specimen-sans.ttf")) {
            if (resource == null) {
                throw new IllegalStateException("the stamp's font is missing from this build");
            }
            byte[] plain = resource.readAllBytes();
            return new ArchiveFont(deflated(plain), plain.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(plain);
        }
        return out.toByteArray();
    }

    /** Writes the font's objects, numbered from the given one, which is the font. */
    static void write(int number, CrossReferenceWriter to, Update out) throws StampRefusedException {
        to.head(number, out).text(FONT_TEXT).number(number + 1L);
        to.end(out.text(REFERENCE_END));
        to.head(number + 1, out).text(DESCRIPTOR).number(number + 2L);
        to.end(out.text(REFERENCE_END));
        to.head(number + 2, out).text(FONT.head).text(FONT.file);
        to.end(out.text(STREAM_END));
    }
}
