package id.tenggat.benchmarks.stamping;

import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignature;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Map;

/**
 * OpenPDF's {@code PdfStamper} in append mode with an external signature: its own containers know neither
 * signing-certificate-v2 nor ECDSA, so that BouncyCastle makes them, with the JDK's providers.
 */
final class OpenPdf implements Peer {

    private static final PdfName PADES = new PdfName("ETSI.CAdES.detached");
    private static final char SAME_VERSION = '\0';

    private final Seal seal;
    private final Container container;

    OpenPdf(Seal seal) {
        this.seal = seal;
        this.container = new Container(seal);
    }

    @Override
    public byte[] stamp(byte[] pdf, Placement place, SerialNumber serial) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * Container.SIZE_MAX);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, SAME_VERSION, null, true);
            sign(shown(stamper.getSignatureAppearance(), place, serial));
        }
        return out.toByteArray();
    }

    private PdfSignatureAppearance shown(PdfSignatureAppearance face, Placement place, SerialNumber serial)
            throws IOException {
        float right = place.x() + place.size();
        float upper = place.y() + place.size();
        face.setVisibleSignature(new Rectangle(place.x(), place.y(), right, upper), place.page(), "stamp " + serial);
        face.setCrypto(null, seal.chain().toArray(Certificate[]::new), null, PdfSignatureAppearance.SELF_SIGNED);
        face.setLayer2Text("");
        face.setAcro6Layers(true);
        face.setRender(PdfSignatureAppearance.SignatureRenderGraphic);
        face.setSignatureGraphic(Image.getInstance(QrImage.of(serial), null));
        return face;
    }

    private void sign(PdfSignatureAppearance face) throws IOException {
        PdfSignature signature = new PdfSignature(PdfName.ADOBE_PPKLITE, PADES);
        signature.setDate(new PdfDate(face.getSignDateNullSafe()));
        face.setCryptoDictionary(signature);
        face.preClose(Map.of(PdfName.CONTENTS, 2 * Container.SIZE_MAX + 2));
        byte[] padded = Arrays.copyOf(container.of(face.getRangeStream()), Container.SIZE_MAX);
        PdfDictionary contents = new PdfDictionary();
        contents.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
        face.close(contents);
    }
}
