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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class SignatureContainerTest {

    private static final byte[] DOCUMENT = "a document".getBytes(StandardCharsets.US_ASCII);

    private final StampingAuthority authority = StampingAuthority.generate(Instant.now());

    static Stream<StampingAuthority> everyKindOfKeyByEveryProvider() {
        return Stream.of(CryptoProvider.values())
                .filter(CryptoProvider::isAvailable)
                .flatMap(provider -> Stream.of(SignatureAlgorithm.values())
                        .map(algorithm -> StampingAuthority.generate(Instant.now(), algorithm, provider)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfKeyByEveryProvider")
    void theContainerIsDetachedDerThatTheSealsCertificateVerifies(StampingAuthority authority) throws Exception {
        for (int i = 0; i < 200; i++) {
            byte[] container = container(authority);
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(DOCUMENT), container);

            assertThat(new CMSSignedData(container).getSignedContent()).isNull();
            assertThat(signed.getEncoded(ASN1Encoding.DER)).isEqualTo(container);
            assertThat(signer(signed).verify(new JcaSimpleSignerInfoVerifierBuilder().build(seal(authority))))
                    .isTrue();
        }
    }

    @Test
    void whatPadesBaselineBDemandsIsSignedAndNothingElse() throws Exception {
        AttributeTable signed = signer(new CMSSignedData(container(authority))).getSignedAttributes();

        assertThat(signed.size()).isEqualTo(3);
        assertThat(signed.get(CMSAttributes.contentType)).isNotNull();
        assertThat(signed.get(CMSAttributes.messageDigest)).isNotNull();
        SigningCertificateV2 certificate = SigningCertificateV2.getInstance(
                signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2).getAttributeValues()[0]);
        assertThat(certificate.getCerts()[0].getCertHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(seal(authority).getEncoded()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 73})
    void aSignatureOfALengthThatTheAlgorithmNeverGivesIsNotTaken(int bytes) {
        ContainerTemplate template = ContainerTemplate.of(authority);

        assertThatIllegalStateException()
                .isThrownBy(() -> template.putSignature(new byte[100], bytes, new byte[template.digits()], 0))
                .withMessage("the signer gave a signature of " + bytes + " bytes");
    }

    @Test
    void whatTheProviderIsIsTold() {
        assertThat(StampingAuthority.generate(Instant.now(), SignatureAlgorithm.ECDSA_P256, CryptoProvider.JDK)
                        .provider())
                .startsWith("SunEC ");
        assertThat(StampingAuthority.generate(Instant.now(), SignatureAlgorithm.RSA_2048, CryptoProvider.JDK)
                        .provider())
                .startsWith("SunJCE ");
        assertThat(authority.provider()).startsWith(CryptoProvider.CORRETTO.isAvailable() ? "AmazonCorretto" : "SunEC");
    }

    @Test
    void theCertificatesChainAndSayThatTheyAreSpecimens() throws Exception {
        X509Certificate root = authority.certificates().get(1);
        X509Certificate seal = seal(authority);

        seal.verify(root.getPublicKey());
        root.verify(root.getPublicKey());
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(seal.getBasicConstraints()).isEqualTo(-1);
        assertThat(List.of(root, seal)).allSatisfy(certificate -> assertThat(
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
                .isNotEqualTo(seal(authority).getPublicKey());
    }

    private static X509Certificate seal(StampingAuthority authority) {
        return authority.certificates().get(0);
    }

    private static SignerInformation signer(CMSSignedData signed) {
        return signed.getSignerInfos().getSigners().iterator().next();
    }

    /** Without the zeros that fill it up. */
    private static byte[] container(StampingAuthority authority) throws Exception {
        ContainerTemplate template = ContainerTemplate.of(authority);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(DOCUMENT);
        byte[] signed = template.signedAttributes();
        template.putSigned(digest, signed);
        byte[] signature = new byte[authority.algorithm().signatureBytesMax()];
        int length =
                authority.signer().sign(MessageDigest.getInstance("SHA-256").digest(signed), signature);
        byte[] digits = new byte[template.digits()];
        template.put(digest, digits, 0);
        template.putSignature(signature, length, digits, 0);
        int unused = signature.length - length;
        String text = new String(digits, StandardCharsets.US_ASCII);
        assertThat(text).endsWith("00".repeat(unused));
        return HexFormat.of().parseHex(text.substring(0, text.length() - 2 * unused));
    }
}
