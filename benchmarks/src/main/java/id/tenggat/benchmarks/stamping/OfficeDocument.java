package id.tenggat.benchmarks.stamping;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Ten tagged pages as an office program exports them: paragraphs in two subsets of a font, pictures, links, bookmarks,
 * metadata, a structure tree; all but the streams lies in object streams.
 */
final class OfficeDocument {

    private static final int PAGES = 10;
    private static final int PARAGRAPHS = 9;
    private static final int PICTURES = 3;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String METADATA = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Tenggat benchmarks"/>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private final SplittableRandom random;
    private final long seed;
    private final PDDocument document = new PDDocument();
    private final StructureTree structure = new StructureTree(document);

    OfficeDocument(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Writes it; once only. */
    byte[] pdf() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (document) {
            document.setDocumentId(seed);
            document.getDocumentCatalog().setLanguage("en");
            document.getDocumentCatalog().setMetadata(metadata());
            PDDocumentOutline bookmarks = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(bookmarks);
            Fonts fonts = new Fonts(font(), font());
            for (int i = 0; i < PAGES; i++) {
                PDPage page = page(i, fonts);
                bookmarks.addLast(bookmark(i, page));
            }
            structure.close();
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    private record Fonts(PDFont heading, PDFont body) {}

    private PDMetadata metadata() throws IOException {
        return new PDMetadata(document, new ByteArrayInputStream(METADATA.getBytes(StandardCharsets.UTF_8)));
    }

    private PDFont font() throws IOException {
        try (InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
            if (font == null) {
                throw new IOException("PDFBox has no longer " + FONT);
            }
            return PDType0Font.load(document, font, true);
        }
    }

    private static PDOutlineItem bookmark(int number, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle("Section " + (number + 1));
        item.setDestination(page);
        return item;
    }

    private PDPage page(int number, Fonts fonts) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        structure.begin(page);
        try (OfficeText text = new OfficeText(document, page, random)) {
            text.paragraph(tag("H1"), fonts.heading(), "Section " + (number + 1));
            for (int i = 0; i < PARAGRAPHS; i++) {
                text.paragraph(tag("P"), fonts.body());
            }
            if (number % PICTURES == 0) {
                text.picture(tag("Figure"), picture(number));
            }
        }
        page.getAnnotations().add(link(number));
        return page;
    }

    private PDPropertyList tag(String type) {
        return structure.add(type);
    }

    private PDImageXObject picture(int number) throws IOException {
        byte[] jpeg = new PaperScan(seed + number, 670, 310, 8).jpeg();
        return JPEGFactory.createFromByteArray(document, jpeg);
    }

    private static PDAnnotationLink link(int number) {
        PDActionURI action = new PDActionURI();
        action.setURI("https://example.org/section/" + (number + 1));
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(72, 40, 120, 14));
        link.setAction(action);
        return link;
    }
}
