package id.tenggat.stamping;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The font of stamps in archived documents is a subset of Liberation Sans; {@code -Dtenggat.update=true} makes it anew. */
final class ArchiveFontTest {

    private static final String TEXTS = "SPECIMENTENGGAT LOAD TEST - NO VALUE0123456789";
    private static final List<String> TABLES =
            List.of("cmap", "head", "hhea", "hmtx", "loca", "maxp", "glyf", "cvt ", "fpgm", "prep");
    private static final Path RESOURCE = Path.of("src/main/resources/id/tenggat/stamping/specimen-sans.ttf");

    @Test
    void itHasTheGlyphsOfAllThatAStampSays() throws Exception {
        byte[] subset = subset();
        if (Boolean.getBoolean("tenggat.update")) {
            Files.write(RESOURCE, subset);
        }

        assertThat(RESOURCE).hasBinaryContent(subset);
    }

    @Test
    void itsWidthsAreThoseOfItsGlyphs() throws Exception {
        TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(Files.readAllBytes(RESOURCE)));
        String widths = IntStream.rangeClosed(' ', 'V')
                .map(code -> TEXTS.indexOf(code) < 0 ? 0 : width(font, code))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        Update update = new Update();
        update.begin(0);
        ArchiveFont.write(1, new CrossReferenceWriter(), update);

        assertThat(new String(update.bytes(), 0, update.length(), StandardCharsets.ISO_8859_1))
                .contains("/FirstChar 32/LastChar 86/Widths[" + widths + "]");
    }

    private static int width(TrueTypeFont font, int code) {
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(code);
            return Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] subset() throws IOException {
        String whole = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(whole))) {
            TTFSubsetter subsetter = new TTFSubsetter(new TTFParser().parse(new RandomAccessReadBuffer(in)), TABLES);
            TEXTS.chars().forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        }
    }
}
