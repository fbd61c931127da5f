package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SignatureAlgorithm;

import java.util.Locale;

/** The peers. */
public enum Library {
    /** PDFBox with a template document, as its example {@code CreateVisibleSignature2}. */
    PDFBOX_TEMPLATE,
    /** PDFBox with {@code PDVisibleSignDesigner}, as its example {@code CreateVisibleSignature}. */
    PDFBOX_DESIGNER,
    /** OpenPDF. */
    OPENPDF,
    /** EU DSS over PDFBox. */
    DSS;

    /** Ready to stamp, as one thread's. */
    Peer with(SignatureAlgorithm algorithm, Flavour flavour) {
        Seal seal = Seal.generate(algorithm, flavour.crypto());
        return switch (this) {
            case PDFBOX_TEMPLATE -> new PdfBoxTemplate(seal);
            case PDFBOX_DESIGNER -> new PdfBoxDesigner(seal);
            case OPENPDF -> new OpenPdf(seal);
            case DSS -> new Dss(seal);
        };
    }

    /** The name in tables. */
    static String label(String library, String flavour) {
        return (library + ", " + flavour).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
