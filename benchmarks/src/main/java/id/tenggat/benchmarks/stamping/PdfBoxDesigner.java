package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSigProperties;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSignDesigner;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * PDFBox as its example {@code CreateVisibleSignature} shows it: {@code PDVisibleSignDesigner} builds the field. It takes one
 * image and no text, so that word and number are part of the image ({@link FaceImage}): it is the only way that this
 * interface offers, and nobody can search for the number. The container is BouncyCastle's, with the JDK's providers.
 */
final class PdfBoxDesigner implements Peer {

    private final Container container;
    private final FaceImage face = new FaceImage();

    PdfBoxDesigner(Seal seal) {
        this.container = new Container(seal);
    }

    @Override
    public byte[] stamp(byte[] pdf, Placement place, SerialNumber serial) throws IOException {
        return PdfBoxTemplate.signed(pdf, container, (document, options) -> {
            options.setVisualSignature(visible(document, place, serial));
            options.setPage(place.page() - 1);
        });
    }

    /** Coordinates count from the page's upper left corner. */
    private PDVisibleSigProperties visible(PDDocument document, Placement place, SerialNumber serial)
            throws IOException {
        BufferedImage image = face.of(new PeerFace(serial, place.size()));
        PDVisibleSignDesigner designer = new PDVisibleSignDesigner(document, image, place.page())
                .xAxis(place.x())
                .yAxis(PAGE_HEIGHT - place.y() - place.size())
                .width(place.size())
                .height(place.size())
                .signatureFieldName("stamp " + serial);
        PDVisibleSigProperties properties = new PDVisibleSigProperties()
                .signerName("SPECIMEN seal")
                .signerLocation("")
                .signatureReason("")
                .preferredSize(0)
                .page(place.page())
                .visualSignEnabled(true)
                .setPdVisibleSignature(designer);
        properties.buildSignature();
        return properties;
    }
}
