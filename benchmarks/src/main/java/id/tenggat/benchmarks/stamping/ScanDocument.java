package id.tenggat.benchmarks.stamping;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Two pages of A4, each one JPEG of 150 dots an inch, as a scanner's software writes them. */
record ScanDocument(long seed) {

    private static final int PAGES = 2;
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int NOISE = 9;

    byte[] pdf() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(seed);
            for (int page = 0; page < PAGES; page++) {
                add(document, new PaperScan(seed + page, WIDTH, HEIGHT, NOISE).jpeg());
            }
            document.save(pdf, CompressParameters.NO_COMPRESSION);
        }
        return pdf.toByteArray();
    }

    private static void add(PDDocument document, byte[] jpeg) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }
}
