package id.tenggat.stamping;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Digests a document with its update, signs the digest, and puts the container into its gap. One thread's. */
final class Seal {

    private final ContainerTemplate template;
    private final Signer signer;
    private final MessageDigest hash = Sha256.newDigest();
    private final byte[] digest = new byte[Sha256.BYTES];
    private final byte[] signedDigest = new byte[Sha256.BYTES];
    private final byte[] signedAttributes;
    private final byte[] signature;

    Seal(ContainerTemplate template, SigningKey key) {
        this.template = template;
        this.signer = key.signer();
        this.signedAttributes = template.signedAttributes();
        this.signature = new byte[key.algorithm().signatureBytesMax()];
    }

    /** A digest that has not seen anything yet; the one of the document before is forgotten. */
    MessageDigest newHash() {
        hash.reset();
        return hash;
    }

    /**
     * Signs.
     *
     * @param seen a digest that has seen the document without its update; used up
     * @param contentsAt where in the update the container's digits begin; the brackets around them are not signed either
     * @throws IllegalStateException if the signer can't sign
     */
    void seal(MessageDigest seen, Update update, int contentsAt) {
        int contentsEnd = contentsAt + template.digits();
        seen.update(update.bytes(), 0, contentsAt - 1);
        seen.update(update.bytes(), contentsEnd + 1, update.length() - contentsEnd - 1);
        try {
            seen.digest(digest, 0, Sha256.BYTES);
            template.put(digest, update.bytes(), contentsAt);
            template.putSignature(signature, sign(), update.bytes(), contentsAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal can't sign", e);
        }
    }

    private int sign() throws GeneralSecurityException {
        template.putSigned(digest, signedAttributes);
        hash.reset();
        hash.update(signedAttributes);
        hash.digest(signedDigest, 0, Sha256.BYTES);
        return signer.sign(signedDigest, signature);
    }
}
