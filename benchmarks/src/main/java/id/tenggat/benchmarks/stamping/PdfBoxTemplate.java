package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;

/**
 * PDFBox as its example {@code CreateVisibleSignature2} shows it: the field with its appearance, a ground, an image and text
 * in standard fonts, is made in a document of its own, saved, and merged. The container is BouncyCastle's, with the JDK's providers.
 */
final class PdfBoxTemplate implements Peer {

    private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

    private final Container container;

    PdfBoxTemplate(Seal seal) {
        this.container = new Container(seal);
    }

    @Override
    public byte[] stamp(byte[] pdf, Placement place, SerialNumber serial) throws IOException {
        return signed(pdf, container, (document, options) -> {
            options.setVisualSignature(template(document, place, serial));
            options.setPage(place.page() - 1);
        });
    }

    /** How a signature is made visible. */
    interface Look {
        void set(PDDocument document, SignatureOptions options) throws IOException;
    }

    /** Signs by an incremental update, as both of the library's examples do. */
    static byte[] signed(byte[] pdf, Container container, Look look) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 2 * Container.SIZE_MAX);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            look.set(document, options);
            options.setPreferredSignatureSize(Container.SIZE_MAX);
            document.addSignature(signature(), container::of, options);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    /** A signature dictionary for PAdES. */
    private static PDSignature signature() {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PADES);
        signature.setSignDate(Calendar.getInstance());
        return signature;
    }

    private static InputStream template(PDDocument target, Placement place, SerialNumber serial) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (PDDocument template = new PDDocument()) {
            template.addPage(new PDPage(target.getPage(place.page() - 1).getMediaBox()));
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            show(field.getWidgets().get(0), template, place, serial);
            template.save(saved);
        }
        return new ByteArrayInputStream(saved.toByteArray());
    }

    private static void show(PDAnnotationWidget widget, PDDocument template, Placement place, SerialNumber serial)
            throws IOException {
        widget.setRectangle(new PDRectangle(place.x(), place.y(), place.size(), place.size()));
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        PDAppearanceStream stream = new PDAppearanceStream(template);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle(place.size(), place.size()));
        appearance.setNormalAppearance(stream);
        widget.setAppearance(appearance);
        try (PDPageContentStream content = new PDPageContentStream(template, stream)) {
            draw(new PeerFace(serial, place.size()), template, content);
        }
    }

    private static void draw(PeerFace face, PDDocument template, PDPageContentStream content) throws IOException {
        content.setNonStrokingColor(Color.WHITE);
        content.addRect(0, 0, face.side(), face.side());
        content.fill();
        PDImageXObject code = LosslessFactory.createFromImage(template, QrImage.of(face.serial()));
        content.drawImage(code, face.codeX(), face.codeY(), face.codeSide(), face.codeSide());
        content.setNonStrokingColor(Color.BLACK);
        write(face.word(), new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), content);
        write(face.number(), new PDType1Font(Standard14Fonts.FontName.HELVETICA), content);
    }

    private static void write(PeerFace.Line line, PDFont font, PDPageContentStream content) throws IOException {
        content.beginText();
        content.setFont(font, line.size());
        content.newLineAtOffset(line.x(), line.y());
        content.showText(line.text());
        content.endText();
    }
}
