package id.tenggat.benchmarks.stamping;

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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * BouncyCastle's CMS signed-data as PAdES-B-B wants it, made anew at each call, as PDFBox's examples do: for those
 * libraries that leave the container to their user.
 */
final class Container {

    /** Room for one, in bytes: two certificates of RSA-2048 and a signature take less than 2,500. */
    static final int SIZE_MAX = 4096;

    private final Seal seal;
    private final CMSAttributeTableGenerator signedAttributes;

    Container(Seal seal) {
        this.seal = seal;
        try {
            byte[] digest = seal.crypto().sha256().digest(seal.certificate().getEncoded());
            Attribute certificate = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
            CMSAttributeTableGenerator all =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(certificate)));
            this.signedAttributes = parameters -> all.getAttributes(parameters).remove(CMSAttributes.signingTime);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't digest a certificate", e);
        }
    }

    /** Signs a document's bytes, detached. */
    byte[] of(InputStream document) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer());
            generator.addCertificates(new JcaCertStore(seal.chain()));
            return generator.generate(new Content(document), false).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException(e);
        }
    }

    private SignerInfoGenerator signer() throws GeneralSecurityException, OperatorCreationException {
        JcaContentSignerBuilder signer =
                new JcaContentSignerBuilder(seal.algorithm().jcaName());
        JcaDigestCalculatorProviderBuilder digests = new JcaDigestCalculatorProviderBuilder();
        seal.crypto().provider().ifPresent(provider -> {
            signer.setProvider(provider);
            digests.setProvider(provider);
        });
        return new JcaSignerInfoGeneratorBuilder(digests.build())
                .setSignedAttributeGenerator(signedAttributes)
                .build(signer.build(seal.key()), seal.certificate());
    }

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
