package id.tenggat.stamping;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The key that stamps are signed with: {@link StampingAuthority} makes one of its own; another implementation may ask a
 * remote signer.
 */
public interface SigningKey {

    /** What the key's signatures are. */
    SignatureAlgorithm algorithm();

    /** The key's certificate, then those of its issuers, as far as a stamp is to carry them; at least one. */
    List<X509Certificate> certificates();

    /** A signer for one thread. */
    Signer signer();

    /** Whose code signs, and its version; for people. */
    String provider();

    /** What signs, and whose code; for people. */
    default String signedBy() {
        return algorithm() + " by " + provider();
    }
}
