package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The visible rectangle of a page in the page's own coordinates, and how far it is turned to be shown.
 *
 * @param box the crop box, in points
 * @param rotationDegrees 0, 90, 180 or 270, clockwise
 */
record PageFrame(PDRectangle box, int rotationDegrees) {

    /** Attributes are inherited; a tree deeper than this, or one whose parents go round, inherits nothing from above. */
    private static final int PARENTS_MAX = 64;

    static PageFrame of(COSDictionary page) throws IOException {
        COSBase crop = inherited(page, COSName.CROP_BOX);
        COSBase box = crop == null ? inherited(page, COSName.MEDIA_BOX) : crop;
        COSBase rotation = inherited(page, COSName.ROTATE);
        int degrees = rotation instanceof COSNumber number ? Math.floorMod(number.intValue(), 360) : 0;
        if (degrees % 90 != 0) {
            throw new IOException("a page is rotated by %d degrees".formatted(degrees));
        }
        return new PageFrame(rectangle(box), degrees);
    }

    /** The width that a reader sees, in points. */
    float width() {
        return turnsSideways() ? box.getHeight() : box.getWidth();
    }

    /** The height that a reader sees, in points. */
    float height() {
        return turnsSideways() ? box.getWidth() : box.getHeight();
    }

    /** Whether the whole square can be seen. */
    boolean holds(Placement at) {
        return at.x() + at.size() <= width() && at.y() + at.size() <= height();
    }

    /** The square in the page's own coordinates. */
    PDRectangle square(Placement at) {
        float right = box.getWidth() - at.size();
        float top = box.getHeight() - at.size();
        return switch (rotationDegrees) {
            case 90 -> square(right - at.y(), at.x(), at.size());
            case 180 -> square(right - at.x(), top - at.y(), at.size());
            case 270 -> square(at.y(), top - at.x(), at.size());
            default -> square(at.x(), at.y(), at.size());
        };
    }

    /** Turns what is drawn against the page's rotation, so that it is shown upright. */
    Matrix upright() {
        return Matrix.getRotateInstance(Math.toRadians(rotationDegrees), 0, 0);
    }

    private boolean turnsSideways() {
        return rotationDegrees % 180 != 0;
    }

    private PDRectangle square(float x, float y, float size) {
        return new PDRectangle(box.getLowerLeftX() + x, box.getLowerLeftY() + y, size, size);
    }

    private static PDRectangle rectangle(@Nullable COSBase box) throws IOException {
        if (box instanceof COSArray corners && corners.size() == 4) {
            return new PDRectangle(corners);
        }
        throw new IOException("a page has no size: its /MediaBox is missing or not four numbers");
    }

    private static @Nullable COSBase inherited(COSDictionary page, COSName key) {
        COSDictionary node = page;
        for (int i = 0; i < PARENTS_MAX && node != null; i++) {
            COSBase found = node.getDictionaryObject(key);
            if (found != null) {
                return found;
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }
}
