package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A document that was read whole, within its limits, and found fit for a stamp. */
final class Upload implements AutoCloseable {

    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");

    private final PDDocument document;
    private final List<COSDictionary> pages;

    private Upload(PDDocument document, List<COSDictionary> pages) {
        this.document = document;
        this.pages = pages;
    }

    /**
     * @throws RefusedInput if the document is refused for a stated reason
     * @throws IOException if it can't be read
     */
    static Upload read(byte[] pdf, StampLimits limits) throws IOException {
        requireSize(pdf, limits.sizeBytes());
        requireHeader(pdf);
        StrictParser parser = new StrictParser(pdf, new ReadBudget(limits));
        PDDocument document = parser.parseWhole();
        try {
            requireFit(document, parser);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            return new Upload(document, PageTree.pages(catalog, limits.pages()));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeQuietly(document);
            throw e;
        }
    }

    PDDocument document() {
        return document;
    }

    /** The page of a placement, counted from 1. */
    COSDictionary page(int number) throws IOException {
        if (number > pages.size()) {
            throw new RefusedInput(new Refusal.PageOutOfRange(number, pages.size()));
        }
        return pages.get(number - 1);
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }

    private static void requireSize(byte[] pdf, int limitBytes) throws IOException {
        if (pdf.length > limitBytes) {
            throw new RefusedInput(new Refusal.TooLarge(pdf.length, limitBytes));
        }
    }

    private static void requireHeader(byte[] pdf) throws IOException {
        if (pdf.length < HEADER.length || !Arrays.equals(pdf, 0, HEADER.length, HEADER, 0, HEADER.length)) {
            throw new RefusedInput(new Refusal.NotAPdf());
        }
    }

    private static void requireFit(PDDocument document, StrictParser parser) throws IOException {
        if (parser.refusal().isPresent()) {
            throw new RefusedInput(parser.refusal().get());
        }
        if (document.getDocument().hasHybridXRef()) {
            throw new RefusedInput(new Refusal.Unsupported("hybrid cross-reference"));
        }
        if (forbidsChanges(document.getDocumentCatalog().getCOSObject())) {
            throw new RefusedInput(new Refusal.Certified());
        }
    }

    /** ISO 32000-1, 12.8.2.2: the catalog's /Perms names the certifying signature, whose parameters hold the permission. */
    private static boolean forbidsChanges(COSDictionary catalog) {
        COSDictionary permissions = catalog.getCOSDictionary(COSName.PERMS);
        COSDictionary certification = permissions == null ? null : permissions.getCOSDictionary(COSName.DOCMDP);
        COSArray references = certification == null ? null : certification.getCOSArray(REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference && permission(reference) == 1) {
                return true;
            }
        }
        return false;
    }

    private static int permission(COSDictionary reference) {
        COSDictionary parameters = reference.getCOSDictionary(TRANSFORM_PARAMS);
        return parameters == null ? 2 : parameters.getInt(COSName.P, 2);
    }
}
