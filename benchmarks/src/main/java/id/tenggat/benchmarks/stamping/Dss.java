package id.tenggat.benchmarks.stamping;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignerTextHorizontalAlignment;
import eu.europa.esig.dss.enumerations.SignerTextPosition;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxNativeFont;
import eu.europa.esig.dss.spi.DSSSecurityProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

import javax.imageio.ImageIO;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * EU DSS as its documentation shows it: {@code getDataToSign}, a signature by the JDK as its tokens make it, {@code
 * signDocument}. By itself it digests with BouncyCastle; if it is given another provider, it takes BouncyCastle for what that
 * one lacks. The choice is one for the whole JVM, so that the last made counts.
 *
 * <p>Word and number stand below the QR code, in Helvetica: a {@code PdfBoxNativeFont}, which its documentation names beside
 * fonts from files. Its default font, which it parses and embeds with each stamp, would be work that nobody else does.
 */
final class Dss implements Peer {

    /** Around the text, in points. */
    private static final float PADDING = 2;

    private final Seal seal;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier());
    private final CertificateToken certificate;
    private final List<CertificateToken> chain;

    Dss(Seal seal) {
        Provider castle = new BouncyCastleProvider();
        DSSSecurityProvider.setSecurityProvider(seal.crypto().provider().orElse(castle));
        DSSSecurityProvider.setAlternativeSecurityProviders(castle);
        this.seal = seal;
        this.chain = seal.chain().stream().map(CertificateToken::new).toList();
        this.certificate = chain.get(0);
    }

    @Override
    public byte[] stamp(byte[] pdf, Placement place, SerialNumber serial) throws IOException, GeneralSecurityException {
        DSSDocument document = new InMemoryDocument(pdf);
        PAdESSignatureParameters parameters = parameters(place, serial);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), signature(toBeSigned));
        try (InputStream signed =
                service.signDocument(document, parameters, value).openStream()) {
            return signed.readAllBytes();
        }
    }

    private byte[] signature(ToBeSigned toBeSigned) throws GeneralSecurityException {
        Signature signature = seal.crypto().signature(seal.algorithm().jcaName());
        signature.initSign(seal.key());
        signature.update(toBeSigned.getBytes());
        return signature.sign();
    }

    private PAdESSignatureParameters parameters(Placement place, SerialNumber serial) throws IOException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(Instant.now()));
        SignatureImageParameters image = new SignatureImageParameters();
        image.setImage(png(serial));
        image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
        image.setTextParameters(text(new PeerFace(serial, place.size())));
        image.setFieldParameters(field(place));
        parameters.setImageParameters(image);
        return parameters;
    }

    /** Word and number, below the image. */
    private static SignatureImageTextParameters text(PeerFace face) {
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(face.word().text() + "\n" + face.number().text());
        text.setFont(font(face.number().size()));
        text.setPadding(PADDING);
        text.setSignerTextPosition(SignerTextPosition.BOTTOM);
        text.setSignerTextHorizontalAlignment(SignerTextHorizontalAlignment.CENTER);
        return text;
    }

    private static DSSFont font(float size) {
        DSSFont font = new PdfBoxNativeFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        font.setSize(size);
        return font;
    }

    /** Coordinates count from the page's upper left corner. */
    private static SignatureFieldParameters field(Placement place) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(place.page());
        field.setOriginX(place.x());
        field.setOriginY(PAGE_HEIGHT - place.y() - place.size());
        field.setWidth(place.size());
        field.setHeight(place.size());
        return field;
    }

    private static DSSDocument png(SerialNumber serial) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(QrImage.of(serial), "png", png);
        return new InMemoryDocument(png.toByteArray(), "stamp.png");
    }
}
