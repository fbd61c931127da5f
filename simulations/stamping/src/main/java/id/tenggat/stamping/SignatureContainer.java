package id.tenggat.stamping;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The detached CMS signed-data of a PAdES-B-B signature (ETSI EN 319 142-1, 6.3): SHA-256; signed are the content type, the
 * digest and the certificate (signing-certificate-v2). The time stands in the PDF's signature dictionary, so the CMS
 * signing-time attribute is left out, as the profile demands.
 */
final class SignatureContainer {

    /** Room for a container, in bytes: one with two P-256 certificates has about 1,300. */
    static final int SIZE_MAX = 3072;

    private final X509Certificate sealCertificate;
    private final JcaCertStore certificates;
    private final CMSAttributeTableGenerator signedAttributes;
    private final DigestCalculatorProvider digests;

    /** The first certificate is the signer's. */
    SignatureContainer(List<X509Certificate> certificates) throws GeneralSecurityException {
        try {
            this.sealCertificate = certificates.get(0);
            this.certificates = new JcaCertStore(certificates);
            this.signedAttributes = withoutTime(signingCertificate(sealCertificate));
            this.digests = new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Signs a document and gives the container's DER. */
    byte[] seal(InputStream document, PrivateKey key) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer(key));
            generator.addCertificates(certificates);
            return generator.generate(new Content(document), false).getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the seal can't sign", e);
        }
    }

    private SignerInfoGenerator signer(PrivateKey key) throws GeneralSecurityException, OperatorCreationException {
        return new JcaSignerInfoGeneratorBuilder(digests)
                .setSignedAttributeGenerator(signedAttributes)
                .build(new JcaContentSignerBuilder(StampingAuthority.SIGNATURE_ALGORITHM).build(key), sealCertificate);
    }

    private static CMSAttributeTableGenerator withoutTime(Attribute signingCertificate) {
        CMSAttributeTableGenerator all =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(signingCertificate)));
        return parameters -> all.getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    }

    private static Attribute signingCertificate(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
    }

    /** The document as the generator wants to see it. */
    private record Content(InputStream bytes) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            bytes.transferTo(out);
        }

        @Override
        public InputStream getContent() {
            return bytes;
        }
    }
}
