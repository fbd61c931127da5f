package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;

/**
 * Another library at the product's job: an incremental update with a visible signature field, PAdES-B-B, that shows what a
 * {@link PeerFace} names. The product's frame, band and line of small print are left out. It expects an A4 page that is not
 * rotated, which all {@link Document}s have.
 */
interface Peer {

    /** The height of an A4 page in points. */
    float PAGE_HEIGHT = 842;

    /** The document and, after it, the update. */
    byte[] stamp(byte[] pdf, Placement place, SerialNumber serial) throws Exception;
}
