package id.tenggat.stamping;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/**
 * Sets specimen stamps: one incremental update that adds a visible signature field and signs the document by it, PAdES
 * baseline B-B (ETSI EN 319 142-1).
 *
 * <p>The document's bytes stay as they are, as the prefix of what is returned, so earlier signatures stay valid. May be
 * called from any number of threads at once; one call holds a small multiple of its document in memory.
 */
public final class Stamper {

    /** Room for what a stamp adds: the signature, the face, and a page and catalog of ordinary size. */
    private static final int UPDATE_BYTES = 20_000;

    private final StampingAuthority authority;
    private final StampLimits limits;
    private final InstantSource clock;

    /** Stamps under an authority, within limits; the clock gives the claimed time of signing. */
    public Stamper(StampingAuthority authority, StampLimits limits, InstantSource clock) {
        this.authority = authority;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Stamps a document.
     *
     * @param pdf the document; only read
     * @param placement where the stamp goes
     * @param serial the stamp's number, which the document may not carry yet
     * @return the document and, after it, the update
     * @throws StampRefusedException if the document can't be stamped or asks for too much work; nothing was signed
     * @throws IllegalStateException if the signature can't be made, which is not the document's fault
     */
    public byte[] stamp(byte[] pdf, Placement placement, SerialNumber serial) throws StampRefusedException {
        ByteArrayOutputStream stamped =
                new ByteArrayOutputStream(Math.min(pdf.length, limits.sizeBytes()) + UPDATE_BYTES);
        try (Upload upload = judged(() -> Upload.read(pdf, limits))) {
            sign(judged(() -> update(upload, placement, serial).saveIncrementalForExternalSigning(stamped)));
        }
        return stamped.toByteArray();
    }

    private PDDocument update(Upload upload, Placement placement, SerialNumber serial) throws IOException {
        StampedPage page = StampedPage.of(upload, placement);
        page.show(new StampField(upload.document(), serial).add(clock.instant()), serial);
        // Without it the library hashes the wall clock into the file's identifier.
        upload.document().setDocumentId(serial.sequence());
        return upload.document();
    }

    private void sign(ExternalSigningSupport update) {
        try (InputStream content = update.getContent()) {
            update.setSignature(authority.sign(content));
        } catch (IOException e) {
            throw new IllegalStateException("the signature does not fit its document", e);
        }
    }

    /** A step on the document's own objects: what it throws is the document's fault, also where it only confuses the library. */
    private static <T> T judged(DocumentStep<T> step) throws StampRefusedException {
        try {
            return step.run();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new StampRefusedException(RefusedInput.of(e));
        }
    }

    private interface DocumentStep<T> {
        T run() throws IOException;
    }
}
