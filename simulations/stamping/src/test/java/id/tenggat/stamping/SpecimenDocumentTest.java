package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class SpecimenDocumentTest {

    @ParameterizedTest
    @ValueSource(ints = {SpecimenDocument.SIZE_BYTES_MIN, 2_001, 9_999, 10_000, 52_000, 800 << 10})
    void aLetterHasExactlyTheWantedSizeAndNothingWrong(int sizeBytes) throws Exception {
        byte[] pdf = new SpecimenDocument(12, sizeBytes).pdf();

        assertThat(pdf).hasSize(sizeBytes);
        Judge.Verdict verdict = Judge.QPDF.on(pdf, "--check");
        assertThat(verdict.output()).contains("No syntax or stream encoding errors found");
        assertThat(verdict.exitStatus()).isZero();
    }

    @Test
    void theSameLetterIsTheSameBytesOnEveryMachine() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(new SpecimenDocument(12, 50_000).pdf());

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("a439a566a8e711b7efc05212b4a9e9b2c543d06961271472741f9806485bfd97");
    }

    @Test
    void anotherApplicantsLetterIsAnother() {
        assertThat(new SpecimenDocument(12, 5_000).pdf()).isNotEqualTo(new SpecimenDocument(13, 5_000).pdf());
    }

    @Test
    void theFillingCannotBeCompressed() {
        Deflater deflater = new Deflater(9);
        deflater.setInput(new SpecimenDocument(12, 100_000).pdf());
        deflater.finish();

        assertThat(deflater.deflate(new byte[200_000])).isGreaterThan(97_000);
        deflater.end();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5000, applicant -1", "1, 1999, 1999 bytes", "1, 67108865, 67108865 bytes", "1, -1, -1 bytes"})
    void whatNoLetterCanBeIsRefused(long applicant, int sizeBytes, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecimenDocument(applicant, sizeBytes))
                .withMessageContaining(named);
    }
}
