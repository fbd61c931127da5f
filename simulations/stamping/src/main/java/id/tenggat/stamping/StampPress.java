package id.tenggat.stamping;

import java.security.MessageDigest;

/**
 * What one thread stamps with. Its buffers are used again from stamp to stamp, so that a stamp allocates next to nothing: a
 * stamped document is its own bytes, which nobody copies, and behind them the {@link #update}.
 *
 * <p>Of a document it reads only the end, the catalog, the wanted page with the nodes above it, and the form; and hashes all
 * of it once. What it holds in memory beside the caller's document is bounded by a multiple of the document's size: the
 * inflated structure, at most 32 times and 64 KiB (and {@link StampLimits#inflatedBytes()}), and the update, whose copies of
 * what was read are at most four times the document with what it inflated to and 64 KiB; each in buffers of at most twice that.
 * Honest documents need some kilobytes. Between stamps at most 1 MiB of each buffer is kept.
 */
public final class StampPress {

    private final Upload document;
    private final StampWriter writer;
    private final Seal seal;
    private final Inscription inscription;
    private final Update update = new Update();

    StampPress(Upload document, StampWriter writer, Seal seal, Inscription inscription) {
        this.document = document;
        this.writer = writer;
        this.seal = seal;
        this.inscription = inscription;
    }

    /**
     * Stamps a document.
     *
     * @param pdf the document, in the first bytes of an array; only read
     * @param length the document's length in bytes
     * @param placement where the stamp goes
     * @param serial the stamp's number, which the document may not carry yet
     * @return the length of the update in bytes
     * @throws StampRefusedException if the document can't be stamped or asks for too much work; nothing was signed
     * @throws IllegalStateException if the signature can't be made, which is not the document's fault
     * @throws IllegalArgumentException if the array has no such first bytes
     */
    public int stamp(byte[] pdf, int length, Placement placement, SerialNumber serial) throws StampRefusedException {
        write(pdf, length, placement, serial);
        MessageDigest hash = seal.newHash();
        hash.update(pdf, 0, length);
        seal.seal(hash, update, writer.contentsAt());
        return update.length();
    }

    /**
     * As {@link #stamp}, of a document that was hashed while it arrived. If it is stamped, its digest is used up and ready for
     * another document; if it is refused, nothing has changed.
     */
    public int stampArrived(byte[] pdf, ArrivedDigest arrived, Placement placement, SerialNumber serial)
            throws StampRefusedException {
        write(pdf, arrived.length(), placement, serial);
        seal.seal(arrived.take(), update, writer.contentsAt());
        return update.length();
    }

    private void write(byte[] pdf, int length, Placement placement, SerialNumber serial) throws StampRefusedException {
        if (length < 0 || length > pdf.length) {
            throw new IllegalArgumentException(
                    "a document of %d bytes in an array of %d".formatted(length, pdf.length));
        }
        inscription.set(serial);
        update.begin(length);
        try {
            document.read(pdf, length, placement);
            document.form().requireNew(inscription.fieldName(), serial);
            writer.write(document, placement, inscription, update);
        } finally {
            document.release();
        }
    }

    /** The update of the last stamp, in the array's first bytes: to be appended to the document. Overwritten by the next stamp. */
    public byte[] update() {
        return update.bytes();
    }
}
