package id.tenggat.benchmarks.stamping;

import org.apache.pdfbox.pdmodel.PDDocument;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A whole stamp as one picture, black on white, drawn by Java 2D: for an interface that takes no text. The font is the one that
 * PDFBox has within it, which is as wide as Helvetica, and is read once; what the machine has is wider here and there.
 * PDFBox packs a picture of one bit a pixel in less time than one of more.
 */
final class FaceImage {

    /** Six for each module of the QR code, so that none is blurred; on a stamp of 90 points 200 an inch. */
    private static final int PIXELS = 250;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Font word;
    private final Font number;

    /** For stamps of one thread. */
    FaceImage() {
        Font font = font();
        word = font.deriveFont(Font.BOLD);
        number = font;
    }

    private static Font font() {
        try (InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(ttf, FONT));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("can't read PDFBox's own font", e);
        }
    }

    BufferedImage of(PeerFace face) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, PIXELS, PIXELS);
            drawCode(face, graphics);
            graphics.setColor(Color.BLACK);
            write(face.word(), word, face, graphics);
            write(face.number(), number, face, graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void drawCode(PeerFace face, Graphics2D graphics) {
        int side = pixels(face.codeSide(), face);
        int top = PIXELS - pixels(face.codeY(), face) - side;
        graphics.drawImage(QrImage.of(face.serial()), pixels(face.codeX(), face), top, side, side, null);
    }

    private static void write(PeerFace.Line line, Font font, PeerFace face, Graphics2D graphics) {
        graphics.setFont(font.deriveFont((float) pixels(line.size(), face)));
        graphics.drawString(line.text(), pixels(line.x(), face), PIXELS - pixels(line.y(), face));
    }

    private static int pixels(float points, PeerFace face) {
        return Math.round(points / face.side() * PIXELS);
    }
}
