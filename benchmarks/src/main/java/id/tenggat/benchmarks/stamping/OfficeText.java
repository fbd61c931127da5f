package id.tenggat.benchmarks.stamping;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.IOException;
import java.util.SplittableRandom;

/** Writes one page from its top down: made-up words in tagged paragraphs. */
final class OfficeText implements AutoCloseable {

    private static final COSName TAGGED = COSName.getPDFName("P");
    private static final float LEFT = 72;
    private static final float TOP = 770;
    private static final float LEADING = 13;
    private static final float SIZE = 10;
    private static final float PICTURE_SCALE = 0.4f;
    private static final int LINES = 4;
    private static final int WORDS = 12;

    private final PDPageContentStream content;
    private final SplittableRandom random;
    private float y = TOP;

    OfficeText(PDDocument document, PDPage page, SplittableRandom random) throws IOException {
        this.content = new PDPageContentStream(document, page);
        this.random = random;
    }

    /** A paragraph of words at random. */
    void paragraph(PDPropertyList tag, PDFont font) throws IOException {
        String[] lines = new String[LINES];
        for (int i = 0; i < LINES; i++) {
            lines[i] = line();
        }
        paragraph(tag, font, lines);
    }

    void paragraph(PDPropertyList tag, PDFont font, String... lines) throws IOException {
        content.beginMarkedContent(TAGGED, tag);
        content.beginText();
        content.setFont(font, SIZE);
        content.setLeading(LEADING);
        content.newLineAtOffset(LEFT, y);
        for (String line : lines) {
            content.showText(line);
            content.newLine();
        }
        content.endText();
        content.endMarkedContent();
        y -= (lines.length + 1) * LEADING;
    }

    void picture(PDPropertyList tag, PDImageXObject image) throws IOException {
        content.beginMarkedContent(TAGGED, tag);
        float width = PICTURE_SCALE * image.getWidth();
        float height = PICTURE_SCALE * image.getHeight();
        content.drawImage(image, LEFT, y - height, width, height);
        content.endMarkedContent();
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            random.ints(2 + random.nextInt(8), 'a', 'z' + 1).forEach(letter -> line.append((char) letter));
            line.append(' ');
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
