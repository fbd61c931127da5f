package id.tenggat.benchmarks.stamping;

import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignature;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Map;

/**
 * OpenPDF's {@code PdfStamper} in append mode with an external signature: its own containers know neither
 * signing-certificate-v2 nor ECDSA, so that BouncyCastle makes them, with the JDK's providers. What is shown is drawn on the
 * appearance's layer 2, as the tutorials do that place an image and text themselves; {@code setLayer2Text} beside a graphic
 * is shorter, but halves the field and breaks the number wherever a line ends.
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
        face.setAcro6Layers(true);
        draw(new PeerFace(serial, place.size()), face.getLayer(2));
        return face;
    }

    private static void draw(PeerFace face, PdfTemplate layer) throws IOException {
        layer.setColorFill(Color.WHITE);
        layer.rectangle(0, 0, face.side(), face.side());
        layer.fill();
        float side = face.codeSide();
        layer.addImage(
                Image.getInstance(QrImage.of(face.serial()), null), side, 0, 0, side, face.codeX(), face.codeY());
        layer.setColorFill(Color.BLACK);
        write(face.word(), BaseFont.HELVETICA_BOLD, layer);
        write(face.number(), BaseFont.HELVETICA, layer);
    }

    private static void write(PeerFace.Line line, String font, PdfTemplate layer) throws IOException {
        layer.beginText();
        layer.setFontAndSize(BaseFont.createFont(font, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED), line.size());
        layer.setTextMatrix(line.x(), line.y());
        layer.showText(line.text());
        layer.endText();
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
