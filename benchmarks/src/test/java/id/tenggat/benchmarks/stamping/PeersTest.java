package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.SignatureAlgorithm;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.PDFRenderer;
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

    private record Choice(Library library, SignatureAlgorithm algorithm, Flavour flavour, Document document) {
        byte[] stamped() throws Exception {
            return library.with(algorithm, flavour).stamp(document.pdf(), PLACE, SERIAL);
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

    /** The place alone, three pixels a point. */
    private static BufferedImage rendered(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImage(0, 3);
        int side = (int) (3 * PLACE.size());
        return page.getSubimage((int) (3 * PLACE.x()), page.getHeight() - (int) (3 * PLACE.y()) - side, side, side);
    }
}
