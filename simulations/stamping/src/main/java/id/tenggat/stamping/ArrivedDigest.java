package id.tenggat.stamping;

import java.security.MessageDigest;

/** The digest of a document that arrives piece by piece, so that little of the work is left when its last byte is there. */
public final class ArrivedDigest {

    private final MessageDigest hash = Sha256.newDigest();
    private int length;

    /**
     * Takes the next piece.
     *
     * @throws IllegalArgumentException if the pieces together are longer than any array
     */
    public void add(byte[] bytes, int from, int count) {
        if (count > Integer.MAX_VALUE - length) {
            throw new IllegalArgumentException("a document has at most %d bytes".formatted(Integer.MAX_VALUE));
        }
        hash.update(bytes, from, count);
        length += count;
    }

    /** Begins anew, for another document. */
    public void clear() {
        hash.reset();
        length = 0;
    }

    /** How many bytes arrived. */
    public int length() {
        return length;
    }

    /** Has seen all that arrived; whoever takes it uses it up, and what arrives next is another document. */
    MessageDigest take() {
        length = 0;
        return hash;
    }
}
