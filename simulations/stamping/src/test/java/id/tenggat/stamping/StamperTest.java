package id.tenggat.stamping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class StamperTest {

    private static final Instant NOW = Instant.parse("2024-09-06T16:59:00Z");
    private static final Placement PLACE = new Placement(1, 250, 60, 90);
    private static final SerialNumber SERIAL = new SerialNumber(3_963_832);

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, () -> NOW);

    @ParameterizedTest
    @EnumSource
    void theDocumentStaysTheExactPrefixOfTheStampedOne(Corpus document) throws Exception {
        byte[] pdf = document.pdf();
        byte[] before = pdf.clone();

        byte[] stamped = stamper.stamp(pdf, document.place(), SERIAL);

        assertThat(pdf).isEqualTo(before);
        assertThat(stamped).startsWith(pdf).hasSizeGreaterThan(pdf.length);
    }

    @ParameterizedTest
    @EnumSource
    void pdfsigFindsOneValidSignatureOverTheTotalDocument(Corpus document) throws Exception {
        String verdict = Judge.PDFSIG
                .on(stamper.stamp(document.pdf(), document.place(), SERIAL), "-nocert")
                .output();

        assertThat(verdict)
                .containsOnlyOnce("Signature is Valid")
                .containsOnlyOnce("Total document signed")
                .contains("ETSI.CAdES.detached")
                .contains("SHA-256")
                .contains("SPECIMEN seal - no value")
                .contains("Sep 06 2024");
    }

    @ParameterizedTest
    @EnumSource
    void qpdfFindsNothingWrong(Corpus document) throws Exception {
        Judge.Verdict verdict = Judge.QPDF.on(stamper.stamp(document.pdf(), document.place(), SERIAL), "--check");

        assertThat(verdict.output()).contains("No syntax or stream encoding errors found");
        assertThat(verdict.exitStatus()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theQrCodeIsShownUprightInItsPlaceAndReadsAsTheSerialNumber(Corpus document) throws Exception {
        Picture stamp = Picture.ofPage(
                        stamper.stamp(document.pdf(), document.place(), SERIAL),
                        document.place().page())
                .at(document.place());

        assertThat(stamp.qrText()).isEqualTo(SERIAL.digits());
        int colour = document == Corpus.PDF_A_1B ? 0x4d4d4d : 0x0a5c6b;
        assertThat(stamp.colour(0.05, 0.07)).as("the band at the top").isEqualTo(colour);
        assertThat(stamp.colour(0.05, 0.95)).as("the ground at the bottom").isEqualTo(0xffffff);
        assertThat(stamp.colour(0.012, 0.5)).as("the edge").isEqualTo(colour);
    }

    @ParameterizedTest
    @EnumSource
    void theQrCodeReadsFromTheOtherRendererToo(Corpus document) throws Exception {
        byte[] stamped = stamper.stamp(document.pdf(), document.place(), SERIAL);

        Picture page = Picture.ofPageByPoppler(stamped, document.place().page());

        assertThat(page.at(document.place()).qrText()).isEqualTo(SERIAL.digits());
    }

    @Test
    void theSmallestStampIsReadableToo() throws Exception {
        Placement smallest = new Placement(1, 80, 690, Placement.SIZE_MIN);

        byte[] stamped = stamper.stamp(Corpus.letter(), smallest, SERIAL);

        assertThat(Picture.ofPage(stamped, 1).at(smallest).qrText()).isEqualTo(SERIAL.digits());
    }

    @Test
    void aStampOnTheLastPageLeavesTheFirstPageAsItWas() throws Exception {
        byte[] stamped = stamper.stamp(Corpus.THREE_PAGES.pdf(), new Placement(3, 0, 0, 60), SERIAL);

        assertThat(Picture.ofPage(stamped, 3).at(new Placement(3, 0, 0, 60)).qrText())
                .isEqualTo(SERIAL.digits());
        assertThat(annotations(stamped)).containsExactly(0, 0, 1);
    }

    @Test
    void theSerialNumberAndTheWordSpecimenStandThereAsText() throws Exception {
        byte[] stamped = stamper.stamp(Corpus.letter(), PLACE, SERIAL);

        assertThat(textOfStamp(stamped)).contains("SPECIMEN", SERIAL.digits(), "NO VALUE");
    }

    @ParameterizedTest
    @EnumSource
    void aSecondStampLeavesTheFirstValid(Corpus document) throws Exception {
        byte[] once = stamper.stamp(document.pdf(), document.place(), SERIAL);

        byte[] twice = stamper.stamp(once, document.secondPlace(), new SerialNumber(2));

        assertThat(twice).startsWith(once);
        String verdict = Judge.PDFSIG.on(twice, "-nocert").output();
        assertThat(verdict.split("Signature is Valid", -1)).hasSize(3);
        assertThat(verdict).containsOnlyOnce("Not total document signed");
        assertThat(Judge.QPDF.on(twice, "--check").exitStatus()).isZero();
    }

    @Test
    void aSecondStampLeavesTheFirstReadable() throws Exception {
        Placement second = new Placement(1, 400, 60, 90);
        byte[] once = stamper.stamp(Corpus.letter(), PLACE, SERIAL);

        Picture page = Picture.ofPage(stamper.stamp(once, second, new SerialNumber(2)), 1);

        assertThat(page.at(PLACE).qrText()).isEqualTo(SERIAL.digits());
        assertThat(page.at(second).qrText()).isEqualTo(new SerialNumber(2).digits());
    }

    @Test
    void theSameSerialNumberIsNotStampedTwice() throws Exception {
        byte[] once = stamper.stamp(Corpus.letter(), PLACE, SERIAL);

        assertThatExceptionOfType(StampRefusedException.class)
                .isThrownBy(() -> stamper.stamp(once, new Placement(1, 400, 60, 90), SERIAL))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Refusal.AlreadyStamped(SERIAL)));
    }

    @Test
    void aChangedByteInvalidatesTheSignature() throws Exception {
        byte[] stamped = stamper.stamp(Corpus.letter(), PLACE, SERIAL);
        stamped[5_000] ^= 1;

        assertThat(Judge.PDFSIG.on(stamped, "-nocert").output()).contains("Digest Mismatch");
    }

    @Test
    void fourThreadsAtOnceGiveOnlyValidStamps() throws Exception {
        byte[] pdf = Corpus.letter();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<byte[]>) () -> stamper.stamp(pdf, PLACE, new SerialNumber(i)))
                    .toList();
            List<Future<byte[]>> stamped = workers.invokeAll(calls);
            for (int i = 0; i < stamped.size(); i++) {
                assertThat(textOfStamp(stamped.get(i).get())).contains(new SerialNumber(i).digits());
                assertThat(Judge.PDFSIG.on(stamped.get(i).get(), "-nocert").output())
                        .contains("Signature is Valid", "Total document signed");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static String textOfStamp(byte[] stamped) {
        String update = new String(stamped, StandardCharsets.ISO_8859_1);
        int start = update.lastIndexOf("/Bold 9 Tf");
        return update.substring(start, update.indexOf("endstream", start));
    }

    private static List<Integer> annotations(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return IntStream.range(0, document.getNumberOfPages())
                    .mapToObj(i -> document.getPage(i).getCOSObject().getCOSArray(COSName.ANNOTS))
                    .map(array -> array == null ? 0 : array.size())
                    .toList();
        }
    }
}
