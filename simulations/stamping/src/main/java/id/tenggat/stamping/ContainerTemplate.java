package id.tenggat.stamping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signature container as hexadecimal digits, into which only digest and signature are put. May be used by several threads.
 */
final class ContainerTemplate {

    private static final int LONG_FORM = 0x80;

    private final byte[] hexadecimal;
    private final byte[] signedAttributes;
    private final int signedDigestAt;
    private final int digestAt;
    private final int signatureAt;
    private final SignatureAlgorithm algorithm;
    private final List<Length> lengths;

    /** The length of an element that the signature ends: where it stands, in how many bytes, and what it is in the template. */
    private record Length(int at, int bytes, int value) {

        private static Length read(byte[] der, int at) {
            int first = der[at] & 0xff;
            if (first < LONG_FORM) {
                return new Length(at, 1, first);
            }
            int bytes = first - LONG_FORM;
            int value = 0;
            for (int i = 1; i <= bytes; i++) {
                value = value << 8 | (der[at + i] & 0xff);
            }
            return new Length(at + 1, bytes, value);
        }

        private int content() {
            return at + bytes;
        }

        /** Whether DER writes the length of the shortest signature's element in as many bytes. */
        private boolean staysInForm(int shortfallMax) {
            return value - shortfallMax >= (bytes == 1 ? 0 : 1 << (8 * (bytes - 1)));
        }
    }

    private ContainerTemplate(SignatureContainer container, SignatureAlgorithm algorithm) {
        byte[] der = container.der();
        this.hexadecimal = new byte[2 * der.length];
        Update.putHexadecimal(hexadecimal, 0, der, der.length);
        this.signedAttributes = container.signedAttributes();
        this.signedDigestAt = onlyPlace(SignatureContainer.templateDigest(), signedAttributes);
        this.digestAt = onlyPlace(SignatureContainer.templateDigest(), der);
        this.algorithm = algorithm;
        this.signatureAt = der.length - algorithm.signatureBytesMax();
        this.lengths = lengths(der);
    }

    static ContainerTemplate of(SigningKey key) {
        return new ContainerTemplate(SignatureContainer.of(key), key.algorithm());
    }

    private static int onlyPlace(byte[] wanted, byte[] in) {
        int found = -1;
        for (int at = 0; at + wanted.length <= in.length; at++) {
            if (Arrays.equals(wanted, 0, wanted.length, in, at, at + wanted.length)) {
                require(found < 0, "the digest stands twice in the template of signatures");
                found = at;
            }
        }
        require(found >= 0, "the digest does not stand in the template of signatures");
        return found;
    }

    /** All elements from the outermost to the signature end together, each as the last one of the one around it. */
    private List<Length> lengths(byte[] der) {
        int shortfallMax = algorithm.signatureBytesMax() - algorithm.signatureBytesMin();
        List<Length> found = new ArrayList<>();
        int at = 0;
        while (at < signatureAt) {
            Length length = Length.read(der, at + 1);
            int end = length.content() + length.value();
            if (end == der.length) {
                require(
                        length.staysInForm(shortfallMax),
                        "the template of signatures has a length that changes its form");
                found.add(length);
            }
            at = end == der.length ? length.content() : end;
        }
        require(at == signatureAt, "the template of signatures does not end with the signature");
        return found;
    }

    private static void require(boolean expected, String otherwise) {
        if (!expected) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** How many hexadecimal digits a container has. */
    int digits() {
        return hexadecimal.length;
    }

    /** A copy of the bytes that are signed, for one thread, into which {@link #putSigned} puts a digest. */
    byte[] signedAttributes() {
        return signedAttributes.clone();
    }

    /** Puts a document's digest into the bytes that are signed. */
    void putSigned(byte[] digest, byte[] signed) {
        System.arraycopy(digest, 0, signed, signedDigestAt, digest.length);
    }

    /** Puts the container of a document's digest over what stands in an array; its signature comes with {@link #putSignature}. */
    void put(byte[] digest, byte[] into, int from) {
        System.arraycopy(hexadecimal, 0, into, from, hexadecimal.length);
        Update.putHexadecimal(into, from + 2 * digestAt, digest, digest.length);
    }

    /**
     * Puts the signature into a container; what a shorter one leaves over at the end is zeros.
     *
     * @throws IllegalStateException if the signature has a length that its algorithm never gives
     */
    void putSignature(byte[] signature, int bytes, byte[] into, int from) {
        int shortfall = algorithm.signatureBytesMax() - bytes;
        require(
                bytes >= algorithm.signatureBytesMin() && shortfall >= 0,
                "the signer gave a signature of " + bytes + " bytes");
        Update.putHexadecimal(into, from + 2 * signatureAt, signature, bytes);
        if (shortfall > 0) {
            shorten(shortfall, into, from);
        }
    }

    private void shorten(int shortfall, byte[] into, int from) {
        for (int i = 0; i < lengths.size(); i++) {
            Length length = lengths.get(i);
            Update.putHexadecimal(into, from + 2 * length.at(), length.value() - shortfall, length.bytes());
        }
        int end = from + hexadecimal.length;
        Arrays.fill(into, end - 2 * shortfall, end, (byte) '0');
    }
}
