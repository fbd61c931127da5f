package id.tenggat.stamping;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

final class SignatureContainerTest {

    private static final byte[] DOCUMENT = "a document".getBytes(StandardCharsets.US_ASCII);

    private final StampingAuthority authority = StampingAuthority.generate(Instant.now());

    @Test
    void theContainerIsDetachedDerThatTheSealsCertificateVerifies() throws Exception {
        byte[] container = authority.sign(new ByteArrayInputStream(DOCUMENT));
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(DOCUMENT), container);

        assertThat(new CMSSignedData(container).getSignedContent()).isNull();
        assertThat(signed.getEncoded(ASN1Encoding.DER)).isEqualTo(container);
        assertThat(container).hasSizeLessThan(SignatureContainer.SIZE_MAX);
        assertThat(signer(signed).verify(new JcaSimpleSignerInfoVerifierBuilder().build(seal())))
                .isTrue();
    }

    @Test
    void whatPadesBaselineBDemandsIsSignedAndNothingElse() throws Exception {
        AttributeTable signed = signer(new CMSSignedData(authority.sign(new ByteArrayInputStream(DOCUMENT))))
                .getSignedAttributes();

        assertThat(signed.size()).isEqualTo(3);
        assertThat(signed.get(CMSAttributes.contentType)).isNotNull();
        assertThat(signed.get(CMSAttributes.messageDigest)).isNotNull();
        SigningCertificateV2 certificate = SigningCertificateV2.getInstance(
                signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2).getAttributeValues()[0]);
        assertThat(certificate.getCerts()[0].getCertHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(seal().getEncoded()));
    }

    @Test
    void theCertificatesChainAndSayThatTheyAreSpecimens() throws Exception {
        X509Certificate root = authority.certificates().get(1);

        seal().verify(root.getPublicKey());
        root.verify(root.getPublicKey());
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(seal().getBasicConstraints()).isEqualTo(-1);
        assertThat(List.of(root, seal())).allSatisfy(certificate -> assertThat(
                        certificate.getSubjectX500Principal().getName())
                .contains("SPECIMEN", "Tenggat test"));
    }

    @Test
    void theCertificatesAreValidAroundTheGivenInstant() throws Exception {
        Instant deadline = Instant.parse("2024-09-06T16:59:00Z");
        X509Certificate seal =
                StampingAuthority.generate(deadline).certificates().get(0);

        seal.checkValidity(Date.from(deadline));
        assertThat(seal.getNotBefore().toInstant()).isEqualTo("2024-09-06T15:59:00Z");
        assertThat(seal.getNotAfter().toInstant()).isEqualTo("2025-09-06T16:59:00Z");
    }

    @Test
    void everyAuthorityHasItsOwnKeys() {
        assertThat(StampingAuthority.generate(Instant.now())
                        .certificates()
                        .get(0)
                        .getPublicKey())
                .isNotEqualTo(seal().getPublicKey());
    }

    private X509Certificate seal() {
        return authority.certificates().get(0);
    }

    private static SignerInformation signer(CMSSignedData signed) {
        return signed.getSignerInfos().getSigners().iterator().next();
    }
}
