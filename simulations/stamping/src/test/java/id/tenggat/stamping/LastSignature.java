package id.tenggat.stamping;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The signature that comes last in a document, read without regard to what else is there, however wrong that is. */
final class LastSignature {

    private static final Pattern BYTE_RANGE = Pattern.compile("/ByteRange\\s*\\[\\s*0 +(\\d+) +(\\d+) +(\\d+)\\s*]");

    private LastSignature() {}

    /** Demands that it is the certificate's over all of the document but itself. */
    static void requireOf(X509Certificate certificate, byte[] pdf)
            throws IOException, CMSException, OperatorCreationException {
        String text = CraftedPdf.text(pdf);
        Matcher range = BYTE_RANGE.matcher(text);
        assertThat(range.find(text.lastIndexOf("/ByteRange")))
                .as("a byte range")
                .isTrue();
        int start = Integer.parseInt(range.group(1));
        int end = Integer.parseInt(range.group(2));
        assertThat(end + Integer.parseInt(range.group(3)))
                .as("end of what is signed")
                .isEqualTo(pdf.length);

        CMSSignedData container = new CMSSignedData(
                new CMSProcessableByteArray(without(pdf, start, end)), container(text.substring(start, end)));
        SignerInformation signer = container.getSignerInfos().iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                .as("the signature")
                .isTrue();
    }

    private static byte[] without(byte[] pdf, int start, int end) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length);
        signed.write(pdf, 0, start);
        signed.write(pdf, end, pdf.length - end);
        return signed.toByteArray();
    }

    /** The container may be followed by zeros. */
    private static ContentInfo container(String hexString) throws IOException {
        byte[] der = HexFormat.of().parseHex(hexString.substring(1, hexString.length() - 1));
        try (ASN1InputStream in = new ASN1InputStream(der)) {
            return ContentInfo.getInstance(in.readObject());
        }
    }
}
