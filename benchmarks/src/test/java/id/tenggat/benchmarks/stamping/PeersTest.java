package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.SignatureAlgorithm;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is compared does the same job: every peer's stamp is visible in its place and a valid signature over everything. */
class PeersTest {

    private static final Placement PLACE = Request.PLACE;
    private static final SerialNumber SERIAL = new SerialNumber(3_963_832);

    private static final SerialNumber ANOTHER_SERIAL = new SerialNumber(9_999_999);
    private static final int PIXELS_A_POINT = 3;
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private record Choice(Library library, SignatureAlgorithm algorithm, Flavour flavour, Document document) {
        byte[] stamped() throws Exception {
            return stamped(SERIAL);
        }

        byte[] stamped(SerialNumber serial) throws Exception {
            return library.with(algorithm, flavour).stamp(document.pdf(), PLACE, serial);
        }
    }

    /** Every document by every peer, and every algorithm with every provider on the smallest. */
    static Stream<Choice> choices() {
        return Stream.concat(pictures(), libraries(library -> Arrays.stream(SignatureAlgorithm.values())
                        .flatMap(algorithm -> Arrays.stream(Flavour.values())
                                .map(flavour -> new Choice(library, algorithm, flavour, Document.LETTER)))))
                .distinct();
    }

    static Stream<Choice> pictures() {
        return libraries(library -> Arrays.stream(Document.values())
                .map(document -> new Choice(library, SignatureAlgorithm.ECDSA_P256, Flavour.FAIR, document)));
    }

    private static Stream<Choice> libraries(Function<Library, Stream<Choice>> choices) {
        return Arrays.stream(Library.values()).flatMap(choices);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyStampIsAValidSignatureOverTheWholeDocument(Choice choice) throws Exception {
        assertValid(choice.stamped(), choice.document());
    }

    @ParameterizedTest
    @EnumSource
    void theProductIsHeldToTheSame(SignatureAlgorithm algorithm) throws Exception {
        Product product = new Product(algorithm);
        for (Document document : Document.values()) {
            assertValid(product.stamp(document.pdf(), SERIAL), document);
        }
    }

    private static void assertValid(byte[] stamped, Document document) throws Exception {
        assertThat(stamped).startsWith(document.pdf());
        assertThat(Judge.PDFSIG.on(stamped))
                .containsOnlyOnce("Signature #")
                .containsOnlyOnce("Signature is Valid")
                .containsOnlyOnce("Total document signed")
                .contains("ETSI.CAdES.detached", "SHA-256", "SPECIMEN seal - no value");
        assertThat(Judge.QPDF.on(stamped))
                .contains("No syntax or stream encoding errors found")
                .doesNotContain("WARNING");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyStampShowsItsQrCodeInItsPlace(Choice choice) throws Exception {
        try (PDDocument document = Loader.loadPDF(choice.stamped())) {
            assertThat(document.getPage(0).getAnnotations())
                    .filteredOn(PDAnnotationWidget.class::isInstance)
                    .extracting(PDAnnotation::getRectangle)
                    .singleElement()
                    .satisfies(PeersTest::isAtThePlace);
            assertThat(QrText.in(rendered(document))).isEqualTo(SERIAL.digits());
        }
    }

    private static void isAtThePlace(PDRectangle rectangle) {
        assertThat(rectangle.getLowerLeftX()).isCloseTo(PLACE.x(), within(1f));
        assertThat(rectangle.getLowerLeftY()).isCloseTo(PLACE.y(), within(1f));
        assertThat(rectangle.getWidth()).isCloseTo(PLACE.size(), within(1f));
        assertThat(rectangle.getHeight()).isCloseTo(PLACE.size(), within(1f));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void wordAndNumberAreText(Choice choice) throws Exception {
        try (PDDocument document = Loader.loadPDF(choice.stamped())) {
            assertThat(text(document)).containsSubsequence("SPECIMEN", SERIAL.digits());
        }
    }

    /** One interface shows no text; all others write it. */
    static Stream<Choice> writers() {
        return pictures().filter(choice -> choice.library() != Library.PDFBOX_DESIGNER);
    }

    /** What can be read in the field, as text. */
    private static String text(PDDocument document) throws IOException {
        try (PDDocument copy = new PDDocument()) {
            PDPage page = new PDPage();
            copy.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
                content.drawForm(widget(document).getNormalAppearanceStream());
            }
            return new PDFTextStripper().getText(copy);
        }
    }

    private static PDAnnotationWidget widget(PDDocument document) throws IOException {
        return document.getPage(0).getAnnotations().stream()
                .filter(PDAnnotationWidget.class::isInstance)
                .map(PDAnnotationWidget.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void theDesignersPictureHasWordAndNumber(Document document) throws Exception {
        Choice choice = new Choice(Library.PDFBOX_DESIGNER, SignatureAlgorithm.ECDSA_P256, Flavour.FAIR, document);
        BufferedImage one = rendered(choice.stamped());
        BufferedImage other = rendered(choice.stamped(ANOTHER_SERIAL));
        PeerFace face = new PeerFace(SERIAL, PLACE.size());
        assertThat(pixels(one, face.word())).contains(BLACK, WHITE).isEqualTo(pixels(other, face.word()));
        assertThat(pixels(one, face.number())).contains(BLACK, WHITE).isNotEqualTo(pixels(other, face.number()));
    }

    private static int[] pixels(BufferedImage stamp, PeerFace.Line line) {
        int width = stamp.getWidth();
        int height = (int) (PIXELS_A_POINT * line.size());
        int top = stamp.getHeight() - (int) (PIXELS_A_POINT * line.y()) - height;
        return stamp.getRGB(0, top, width, height, null, 0, width);
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return rendered(document);
        }
    }

    /** The place alone. */
    private static BufferedImage rendered(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImage(0, PIXELS_A_POINT);
        int side = (int) (PIXELS_A_POINT * PLACE.size());
        int left = (int) (PIXELS_A_POINT * PLACE.x());
        return page.getSubimage(left, page.getHeight() - (int) (PIXELS_A_POINT * PLACE.y()) - side, side, side);
    }
}
