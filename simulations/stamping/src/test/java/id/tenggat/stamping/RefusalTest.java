package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class RefusalTest {

    private static final Placement PLACE = new Placement(1, 250, 60, 90);

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF", "hello, I am a letter", "<html>%PDF-1.7</html>", "\n%PDF-1.7\n"})
    void whatDoesNotBeginAsAPdfIsNotAPdf(String text) {
        assertThat(refusalOf(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(new Refusal.NotAPdf());
    }

    @Test
    void aDocumentOverTheSizeLimitIsRefusedWithBothSizes() {
        byte[] pdf = new SpecimenDocument(1, StampLimits.UPLOAD.sizeBytes() + 1).pdf();

        assertThat(refusalOf(pdf)).isEqualTo(new Refusal.TooLarge(10_485_761, 10_485_760));
    }

    @Test
    void aDocumentOfJustTheSizeLimitIsStamped() throws Exception {
        byte[] pdf = new SpecimenDocument(1, StampLimits.UPLOAD.sizeBytes()).pdf();

        assertThat(stamper.stamp(pdf, PLACE, new SerialNumber(1))).hasSizeGreaterThan(pdf.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void anEncryptedPdfIsRefusedWhateverItsPassword(String password) {
        assertThat(refusalOf(Corpus.encrypted(password))).isEqualTo(new Refusal.Encrypted());
    }

    @Test
    void aPdfCertifiedAgainstChangesIsRefused() {
        assertThat(refusalOf(CraftedPdf.certified(1))).isEqualTo(new Refusal.Certified());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aPdfCertifiedButForFormsAndSignaturesIsStamped(int permission) throws Exception {
        assertThat(stamper.stamp(CraftedPdf.certified(permission), PLACE, new SerialNumber(1)))
                .startsWith(CraftedPdf.certified(permission));
    }

    @Test
    void aPageBeyondTheLastIsOutOfRange() {
        assertThat(refusalOf(Corpus.THREE_PAGES.pdf(), new Placement(4, 0, 0, 72)))
                .isEqualTo(new Refusal.PageOutOfRange(4, 3));
    }

    @ParameterizedTest
    @MethodSource
    void aStampNotWhollyOnItsPageIsRefusedWithThePagesSize(Corpus document, Placement placement, String size) {
        Refusal refusal = refusalOf(document.pdf(), placement);

        assertThat(refusal).isInstanceOf(Refusal.PlacementOutsidePage.class);
        assertThat(refusal.message()).contains(size);
    }

    static Stream<Arguments> aStampNotWhollyOnItsPageIsRefusedWithThePagesSize() {
        return Stream.of(
                Arguments.of(Corpus.CLASSIC, new Placement(1, 505.5f, 0, 90), "595.0 x 842.0"),
                Arguments.of(Corpus.CLASSIC, new Placement(1, 0, 753, 90), "595.0 x 842.0"),
                Arguments.of(Corpus.ROTATED_90, new Placement(1, 0, 506, 90), "842.0 x 595.0"),
                Arguments.of(Corpus.OFFSET_CROP_BOX, new Placement(1, 311, 0, 90), "400.0 x 500.0"),
                Arguments.of(Corpus.CLASSIC, new Placement(1, Float.MAX_VALUE, 0, 90), "595.0 x 842.0"));
    }

    @Test
    void theLastPlacementThatFitsIsStamped() throws Exception {
        byte[] pdf = Corpus.ROTATED_90.pdf();

        assertThat(stamper.stamp(pdf, new Placement(1, 752, 505, 90), new SerialNumber(1)))
                .startsWith(pdf);
    }

    @Test
    void everyTruncationIsDamagedOrNoPdfAtAll() {
        byte[] pdf = Corpus.letter();
        for (int length = 0; length < pdf.length - 5; length += length < 19_000 ? 499 : 7) {
            assertThat(refusalOf(Arrays.copyOf(pdf, length)).reason())
                    .as("cut to %d bytes", length)
                    .isIn("damaged", "not-a-pdf");
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatBreaksTheFormatIsDamagedAndNotRepaired(String fault, byte[] pdf) {
        Refusal refusal = refusalOf(pdf);

        assertThat(refusal).as(fault).isInstanceOf(Refusal.Damaged.class);
        assertThat(refusal.message())
                .startsWith("the PDF is damaged and is not repaired: ")
                .doesNotContain("Exception");
    }

    static Stream<Arguments> whatBreaksTheFormatIsDamagedAndNotRepaired() {
        byte[] letter = Corpus.letter();
        return Stream.of(
                fault("startxref past the end", CraftedPdf.replaced(letter, "startxref\n00", "startxref\n99")),
                fault("startxref into the text", CraftedPdf.replaced(letter, "startxref\n000001", "startxref\n000000")),
                fault("a number that is none", CraftedPdf.replaced(letter, "/Size 7", "/Size 7-7")),
                fault("no startxref", CraftedPdf.replaced(letter, "startxref", "startyref")),
                fault("no end mark", CraftedPdf.replaced(letter, "%%EOF", "%%EOG")),
                fault(
                        "an offset that misses its object",
                        CraftedPdf.replaced(letter, "0000000015 00000 n", "0000000016 00000 n")),
                fault(
                        "a cross-reference that goes round",
                        CraftedPdf.replaced(letter, "/Root 1 0 R", "/Root 1 0 R /Prev " + CraftedPdf.startOf(letter))),
                fault("no catalog", CraftedPdf.replaced(letter, "/Root 1 0 R", "/Toor 1 0 R")),
                fault("a catalog that is a number", CraftedPdf.classic("42", PAGES, PAGE)),
                fault("no page tree", CraftedPdf.classic("<< /Type /Catalog >>", PAGES, PAGE)),
                fault("no pages", CraftedPdf.classic(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>", PAGE)),
                fault(
                        "a page tree that goes round",
                        CraftedPdf.classic(CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
                fault("a page twice", CraftedPdf.classic(CATALOG, "<< /Kids [3 0 R 3 0 R] /Count 2 >>", PAGE)),
                fault("a page that is a number", CraftedPdf.classic(CATALOG, "<< /Kids [3] /Count 1 >>", PAGE)),
                fault("a page without a size", CraftedPdf.classic(CATALOG, PAGES, "<< /Type /Page /Parent 2 0 R >>")),
                fault("a page on a slant", CraftedPdf.classic(CATALOG, PAGES, PAGE.replace(">>", "/Rotate 45 >>"))),
                fault(
                        "arrays a hundred thousand deep",
                        CraftedPdf.classic(CATALOG, PAGES, PAGE.replace(">>", "/A " + "[".repeat(100_000)))),
                fault("rows of no width", CraftedPdf.crossReferenceStream("/W [0 0 0] /Index [0 90000]", new byte[9])),
                fault(
                        "a predictor of two gigabytes",
                        CraftedPdf.crossReferenceStream(
                                "/W [1 4 2] /Index [0 5] /DecodeParms << /Predictor 12 /Columns 2147483647 >>",
                                new byte[9])));
    }

    @Test
    void whatAStampNeverReadsIsLeftAsItIs() throws Exception {
        byte[] letter = Corpus.letter();
        byte[] pdf = CraftedPdf.replaced(letter, "/Length 0000000", "/Length 0000001");

        assertThat(stamper.stamp(pdf, PLACE, new SerialNumber(1))).startsWith(pdf);
    }

    @Test
    void everyReasonIsItsOwnAndInKebabCaseAndEveryMessageASentence() {
        List<Refusal> all = List.of(
                new Refusal.NotAPdf(),
                new Refusal.Damaged("x"),
                new Refusal.Encrypted(),
                new Refusal.Certified(),
                new Refusal.AlreadyStamped(new SerialNumber(1)),
                new Refusal.Unsupported("x"),
                new Refusal.TooLarge(2, 1),
                new Refusal.TooManyPages(1),
                new Refusal.TooManyObjects(2, 1),
                new Refusal.TooManyUpdates(1),
                new Refusal.DecompressionBomb(1),
                new Refusal.PageOutOfRange(2, 1),
                new Refusal.PlacementOutsidePage(PLACE, 1, 1));

        assertThat(all).hasSameSizeAs(Refusal.class.getPermittedSubclasses());
        assertThat(all.stream().map(Refusal::reason).collect(Collectors.toSet()))
                .hasSameSizeAs(all);
        assertThat(all).allSatisfy(refusal -> {
            assertThat(refusal.reason()).matches("[a-z]+(-[a-z]+)*");
            assertThat(new StampRefusedException(refusal)).hasMessage(refusal.message());
        });
    }

    private Refusal refusalOf(byte[] pdf) {
        return refusalOf(pdf, PLACE);
    }

    private Refusal refusalOf(byte[] pdf, Placement placement) {
        StampRefusedException refused = catchThrowableOfType(
                StampRefusedException.class, () -> stamper.stamp(pdf, placement, new SerialNumber(1)));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }

    private static Arguments fault(String fault, byte[] pdf) {
        return Arguments.of(fault, pdf);
    }
}
