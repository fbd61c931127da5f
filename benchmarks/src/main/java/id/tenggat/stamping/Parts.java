package id.tenggat.stamping;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;

/** The parts of {@link StampPress}, each by itself; beside the class that hides them, for benchmarks alone. */
public final class Parts {

    private final Upload document = new Upload(StampLimits.UPLOAD);
    private final QrCode codes = new QrCode();
    private final long[] bitmap = new long[QrCode.WORDS];
    private final StampFace face = new StampFace(codes);
    private final Inscription inscription = new Inscription(InstantSource.system());
    private final Update update = new Update();
    private final Update drawing = new Update();
    private final MessageDigest hash = Sha256.newDigest();
    private final byte[] digest = new byte[Sha256.BYTES];
    private final ContainerTemplate template;
    private final byte[] container;
    private final StampWriter writer;
    private final Signer signer;
    private final byte[] signature;
    private int signatureBytes;
    private int documentLength;
    private Placement placement = new Placement(1, 0, 0, Placement.SIZE_MIN);

    private Parts(StampingAuthority authority) {
        template = ContainerTemplate.of(authority);
        container = new byte[template.digits()];
        writer = new StampWriter(face, template.digits());
        signer = authority.signer();
        signature = new byte[authority.algorithm().signatureBytesMax()];
        signatureBytes = authority.algorithm().signatureBytesMin();
    }

    /** Of a stamper with a key of its own and the best provider of this machine. */
    public static Parts of(SignatureAlgorithm algorithm) {
        return new Parts(StampingAuthority.generate(Instant.now(), algorithm, CryptoProvider.best()));
    }

    /** Reads a document. */
    public void read(byte[] pdf, Placement placement) throws StampRefusedException {
        documentLength = pdf.length;
        this.placement = placement;
        document.read(pdf, pdf.length, placement);
    }

    /** Makes a QR code; gives some of its bits. */
    public long qrCode(SerialNumber serial) {
        inscription.set(serial);
        codes.write(inscription.serialDigits(), bitmap);
        return bitmap[0];
    }

    /** Draws a stamp; gives the drawing's length. */
    public int appearance(SerialNumber serial) {
        inscription.set(serial);
        drawing.begin(0);
        face.write(inscription.serialDigits(), 0, drawing);
        return drawing.length();
    }

    /** Writes the update of the document that was read; gives its length. */
    public int assemble(SerialNumber serial) throws StampRefusedException {
        inscription.set(serial);
        update.begin(documentLength);
        writer.write(document, placement, inscription, update);
        return update.length();
    }

    /** Digests bytes. */
    public byte[] digest(byte[] bytes, int length) {
        hash.update(bytes, 0, length);
        return digested();
    }

    /** Digests what was written last, but for the gap. */
    public byte[] digestOfUpdate() {
        int gapEnd = writer.contentsAt() + template.digits();
        hash.update(update.bytes(), 0, writer.contentsAt());
        hash.update(update.bytes(), gapEnd, update.length() - gapEnd);
        return digested();
    }

    private byte[] digested() {
        try {
            hash.digest(digest, 0, Sha256.BYTES);
            return digest;
        } catch (DigestException e) {
            throw new IllegalStateException("a digest fits its array", e);
        }
    }

    /** Signs a digest; gives the signature's length. */
    public int signature() throws GeneralSecurityException {
        digest[0]++;
        signatureBytes = signer.sign(digest, signature);
        return signatureBytes;
    }

    /** Writes a container of a digest and a signature. */
    public byte[] container() {
        template.put(digest, container, 0);
        template.putSignature(signature, signatureBytes, container, 0);
        return container;
    }
}
