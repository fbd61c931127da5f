package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The signature field of one stamp in a document's form: its name tells the serial number, so no stamp is set twice. */
final class StampField {

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PDDocument document;
    private final SerialNumber serial;

    StampField(PDDocument document, SerialNumber serial) {
        this.document = document;
        this.serial = serial;
    }

    /** Adds the field, with room for a signature that claims to be made at the given time; gives its widget, still unseen. */
    PDAnnotationWidget add(Instant time) throws IOException {
        PDAcroForm form = form();
        PDSignature signature = signature(time);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name());
        field.setValue(signature);
        form.getFields().add(field);
        reserve(signature);
        return field.getWidgets().get(0);
    }

    private PDAcroForm form() throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDAcroForm form = catalog.getAcroForm(null);
        if (form != null) {
            requireNew(form);
            return form;
        }
        PDAcroForm first = new PDAcroForm(document);
        catalog.setAcroForm(first);
        return first;
    }

    private void requireNew(PDAcroForm form) throws IOException {
        for (PDField field : form.getFields()) {
            if (name().equals(field.getPartialName())) {
                throw new RefusedInput(new Refusal.AlreadyStamped(serial));
            }
        }
    }

    private String name() {
        return "SPECIMEN-" + serial;
    }

    private static PDSignature signature(Instant time) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName("SPECIMEN");
        signature.setReason("Tenggat load test, no value");
        signature.getCOSObject().setItem(COSName.M, new COSString(PDF_DATE.format(time)));
        return signature;
    }

    private void reserve(PDSignature signature) throws IOException {
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(SignatureContainer.SIZE_MAX);
            document.addSignature(signature, options);
        }
    }
}
