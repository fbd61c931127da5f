package id.tenggat.benchmarks.stamping;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A grey page as a scanner sees it: noisy paper with lines of dark strokes.
 *
 * @param noise how far a grey level, of 256, lies from the paper's or the ink's at most; more noise makes more bytes
 */
record PaperScan(long seed, int width, int height, int noise) {

    private static final int PAPER = 235;
    private static final int INK = 40;
    private static final int LINE_HEIGHT = 30;
    private static final int STROKE_HEIGHT = 14;
    private static final int STROKE_WIDTH_MAX = 9;
    private static final float QUALITY = 0.36f;

    byte[] jpeg() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), settings);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    private BufferedImage image() {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = image.getRaster();
        boolean[] inked = new boolean[width];
        for (int y = 0; y < height; y++) {
            if (y % LINE_HEIGHT == 0) {
                inked = strokes(random);
            }
            boolean onLine = y % LINE_HEIGHT < STROKE_HEIGHT;
            for (int x = 0; x < width; x++) {
                int level = onLine && inked[x] ? INK : PAPER;
                raster.setSample(x, y, 0, Math.min(level + random.nextInt(-noise, noise + 1), 255));
            }
        }
        return image;
    }

    /** Where a line of writing is dark. */
    private boolean[] strokes(SplittableRandom random) {
        boolean[] inked = new boolean[width];
        boolean dark = false;
        int margin = width / 10;
        for (int x = margin; x < width - margin; ) {
            int end = Math.min(x + 1 + random.nextInt(STROKE_WIDTH_MAX), width - margin);
            Arrays.fill(inked, x, end, dark);
            dark = !dark;
            x = end;
        }
        return inked;
    }
}
