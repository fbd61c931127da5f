package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

import java.io.IOException;
import java.io.OutputStream;

/** The page that gets a stamp, and the place on it. */
final class StampedPage {

    private final PDDocument document;
    private final COSDictionary page;
    private final PageFrame frame;
    private final Placement placement;

    private StampedPage(PDDocument document, COSDictionary page, Placement placement) throws IOException {
        this.document = document;
        this.page = page;
        this.frame = PageFrame.of(page);
        this.placement = placement;
    }

    /**
     * @throws RefusedInput if the page is not there, or the square not wholly on it
     * @throws IOException if the page makes no sense
     */
    static StampedPage of(Upload upload, Placement placement) throws IOException {
        StampedPage page = new StampedPage(upload.document(), upload.page(placement.page()), placement);
        if (!page.frame.holds(placement)) {
            throw new RefusedInput(
                    new Refusal.PlacementOutsidePage(placement, page.frame.width(), page.frame.height()));
        }
        return page;
    }

    /** Puts a widget on the page and draws a serial number's stamp on it. */
    void show(PDAnnotationWidget widget, SerialNumber serial) throws IOException {
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(face(serial));
        widget.setAppearance(appearance);
        widget.setRectangle(frame.square(placement));
        widget.setPage(new PDPage(page));
        annotate(widget);
    }

    /** The list is written anew within the page: a list that is an object of its own would not be part of the update. */
    private void annotate(PDAnnotationWidget widget) {
        COSArray annotations = new COSArray();
        COSArray present = page.getCOSArray(COSName.ANNOTS);
        if (present != null) {
            annotations.addAll(present);
        }
        annotations.add(widget.getCOSObject());
        annotations.setDirect(true);
        page.setItem(COSName.ANNOTS, annotations);
        page.setNeedToBeUpdated(true);
    }

    private PDAppearanceStream face(SerialNumber serial) throws IOException {
        PDAppearanceStream face = new PDAppearanceStream(document);
        face.setBBox(new PDRectangle(StampFace.SIDE, StampFace.SIDE));
        face.setMatrix(frame.upright().createAffineTransform());
        face.setResources(new PDResources(StampFace.resources()));
        try (OutputStream content = face.getCOSObject().createOutputStream()) {
            content.write(StampFace.content(serial));
        }
        return face;
    }
}
