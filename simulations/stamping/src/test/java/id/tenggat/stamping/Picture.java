package id.tenggat.stamping;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A page as a reader sees it. */
record Picture(BufferedImage image, float pixelsPerPoint) {

    private static final float PIXELS_PER_POINT = 3;

    static Picture ofPage(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Picture(new PDFRenderer(document).renderImage(page - 1, PIXELS_PER_POINT), PIXELS_PER_POINT);
        }
    }

    /** The same as poppler shows it, by a judge that writes files. */
    static Picture ofPageByPoppler(byte[] pdf, int page) throws IOException, InterruptedException {
        Path name = Files.createTempFile("page", "");
        Path picture = Path.of(name + ".jpg");
        try {
            String number = Integer.toString(page);
            String[] options = "-r 144 -gray -cropbox -jpeg -singlefile -f %1$s -l %1$s"
                    .formatted(number)
                    .split(" ");
            Judge.PDFTOPPM.into(name, pdf, options);
            return new Picture(ImageIO.read(picture.toFile()), 2);
        } finally {
            Files.delete(name);
            Files.deleteIfExists(picture);
        }
    }

    /** The part where a stamp was placed, and nothing around it. */
    Picture at(Placement placement) {
        int side = Math.round(placement.size() * pixelsPerPoint);
        int left = Math.round(placement.x() * pixelsPerPoint);
        int lower = Math.round(placement.y() * pixelsPerPoint);
        return new Picture(image.getSubimage(left, image.getHeight() - lower - side, side, side), pixelsPerPoint);
    }

    /** The text of the QR code in it. */
    String qrText() throws NotFoundException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Result result = new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE),
                                DecodeHintType.TRY_HARDER,
                                true));
        return result.getText();
    }

    /** The colour, RGB, at a fraction of the width from the left and of the height from the top. */
    int colour(double fromLeft, double fromTop) {
        return image.getRGB((int) (image.getWidth() * fromLeft), (int) (image.getHeight() * fromTop)) & 0xffffff;
    }
}
