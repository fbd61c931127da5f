package id.tenggat.stamping;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/**
 * The detached CMS signed-data of a PAdES-B-B signature (ETSI EN 319 142-1, 6.3): SHA-256; signed are the content type, the
 * digest and the certificate (signing-certificate-v2). The time stands in the PDF's signature dictionary, so the CMS
 * signing-time attribute is left out, as the profile demands.
 *
 * <p>Of one key, only digest and signature differ from container to container. So the library makes one, and it is the
 * template of all, see {@link ContainerTemplate}.
 */
final class SignatureContainer {

    /** The digest that the template is made of. */
    private static final byte[] NO_DOCUMENT = {};

    private final byte[] der;
    private final byte[] signedAttributes;

    private SignatureContainer(byte[] der, byte[] signedAttributes) {
        this.der = der;
        this.signedAttributes = signedAttributes;
    }

    /** A container of the template's digest and a signature of the greatest length, all zeros. */
    static SignatureContainer of(SigningKey key) {
        try {
            CMSSignedData made = make(key);
            return new SignatureContainer(
                    made.getEncoded(ASN1Encoding.DER),
                    made.getSignerInfos().iterator().next().getEncodedSignedAttributes());
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("no signature container can be made of the seal's certificates", e);
        }
    }

    /** The container; the signature stands at its end. */
    byte[] der() {
        return der;
    }

    /** What is really signed: the DER of the signed attributes, as a set. */
    byte[] signedAttributes() {
        return signedAttributes;
    }

    /** The digest in the template. */
    static byte[] templateDigest() {
        return Sha256.newDigest().digest(NO_DOCUMENT);
    }

    private static CMSSignedData make(SigningKey key)
            throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signerInfo(key));
        generator.addCertificates(new JcaCertStore(key.certificates()));
        return generator.generate(new CMSProcessableByteArray(NO_DOCUMENT), false);
    }

    private static SignerInfoGenerator signerInfo(SigningKey key)
            throws GeneralSecurityException, OperatorCreationException {
        X509Certificate certificate = key.certificates().get(0);
        return new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(withoutTime(signingCertificate(certificate)))
                .build(new NoSignature(key.algorithm()), new JcaX509CertificateHolder(certificate));
    }

    private static CMSAttributeTableGenerator withoutTime(Attribute signingCertificate) {
        CMSAttributeTableGenerator all =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(signingCertificate)));
        return parameters -> all.getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    }

    private static Attribute signingCertificate(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = Sha256.newDigest().digest(certificate.getEncoded());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
    }

    /** Leaves room for a signature. */
    private record NoSignature(SignatureAlgorithm algorithm) implements ContentSigner {

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm.jcaName());
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getSignature() {
            return new byte[algorithm.signatureBytesMax()];
        }
    }
}
