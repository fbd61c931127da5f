package id.tenggat.stamping;

import id.tenggat.stamping.Issuer.Extra;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a server on this machine's loopback shows who comes over TLS. The key is generated in memory, never written, and gone
 * with this object.
 *
 * @param certificate signed by itself; its name says SPECIMEN
 */
public record SpecimenServer(PrivateKey key, X509Certificate certificate) {

    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final X500Name NAME = new X500Name("CN=SPECIMEN server - loopback only, O=Tenggat test");

    private static final List<Extra> EXTRAS = List.of(
            new Extra(Extension.basicConstraints, true, new BasicConstraints(false)),
            new Extra(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            })));

    /**
     * One with a new key, ECDSA P-256.
     *
     * @param now the instant around which it is valid: from an hour before until 30 days after
     * @throws IllegalStateException if the Java runtime lacks the algorithm
     */
    public static SpecimenServer generate(Instant now) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ECDSA_P256;
        try {
            Issuer self = new Issuer(NAME, Issuer.keyPair(algorithm), algorithm, now, VALIDITY);
            return new SpecimenServer(self.keys().getPrivate(), self.certify(self.self(), EXTRAS));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java runtime can't make a certificate: " + e.getMessage(), e);
        }
    }
}
