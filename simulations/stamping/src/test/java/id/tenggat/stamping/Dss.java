package id.tenggat.stamping;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The European Commission's validator as a judge of signatures: it trusts the authority's root and asks nobody else, so
 * there is no revocation data.
 */
record Dss(StampingAuthority authority) {

    /**
     * What it finds of one signature.
     *
     * @param level the profile that the signature keeps to
     * @param intact whether the signature is its certificate's over the signed attributes
     * @param documentIntact whether the signed part of the document is as it was signed
     * @param trusted whether the certificate's chain ends in the trusted root
     * @param certificateId the signer's certificate, see {@link #idOf}
     */
    record Signature(
            SignatureLevel level, boolean intact, boolean documentIntact, boolean trusted, String certificateId) {}

    /** The signatures of a document, the oldest first. */
    List<Signature> signatures(byte[] pdf) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf, "stamped.pdf"));
        validator.setCertificateVerifier(verifier());
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setEnableEtsiValidationReport(false);
        DiagnosticData found = validator.validateDocument().getDiagnosticData();
        return found.getSignatures().stream().map(Dss::signature).toList();
    }

    /** The validator's name of a certificate, made of its digest. */
    static String idOf(X509Certificate certificate) {
        return new CertificateToken(certificate).getDSSIdAsString();
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private X509Certificate root() {
        return authority.certificates().get(1);
    }

    private static Signature signature(SignatureWrapper found) {
        boolean documentIntact =
                found.getDigestMatchers().stream().allMatch(matcher -> matcher.isDataFound() && matcher.isDataIntact());
        return new Signature(
                found.getSignatureFormat(),
                found.isSignatureIntact(),
                documentIntact,
                found.isTrustedChain(),
                found.getSigningCertificate().getId());
    }
}
