package id.tenggat.stamping;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sets specimen stamps: one incremental update that adds a visible signature field and signs the document by it, PAdES
 * baseline B-B (ETSI EN 319 142-1).
 *
 * <p>The document's bytes stay as they are, as the prefix of what is returned, so earlier signatures stay valid. May be
 * called from any number of threads at once.
 */
public final class Stamper {

    private final SigningKey key;
    private final StampLimits limits;
    private final InstantSource clock;
    private final ContainerTemplate template;
    private final QrCode codes = new QrCode();
    private final Queue<StampPress> idle = new ConcurrentLinkedQueue<>();

    /** Stamps with a key, within limits; the clock gives the claimed time of signing. */
    public Stamper(SigningKey key, StampLimits limits, InstantSource clock) {
        this.key = key;
        this.limits = limits;
        this.clock = clock;
        this.template = ContainerTemplate.of(key);
    }

    /** What one more thread stamps with, without copies. */
    public StampPress press() {
        return new StampPress(
                new Upload(limits),
                new StampWriter(new StampFace(codes), template.digits()),
                new Seal(template, key),
                new Inscription(clock));
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
        StampPress waiting = idle.poll();
        StampPress press = waiting == null ? press() : waiting;
        try {
            int updateBytes = press.stamp(pdf, pdf.length, placement, serial);
            byte[] stamped = Arrays.copyOf(pdf, pdf.length + updateBytes);
            System.arraycopy(press.update(), 0, stamped, pdf.length, updateBytes);
            idle.add(press);
            return stamped;
        } catch (StampRefusedException e) {
            idle.add(press);
            throw e;
        }
    }
}
