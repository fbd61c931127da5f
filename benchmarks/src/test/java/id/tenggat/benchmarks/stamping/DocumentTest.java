package id.tenggat.benchmarks.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

class DocumentTest {

    @ParameterizedTest
    @EnumSource
    void eachCallGivesTheSameBytes(Document document) throws IOException {
        byte[] first = document.pdf();
        byte[] second = document.pdf();
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void qpdfFindsNothingWrong(Document document) throws IOException, InterruptedException {
        assertThat(Judge.QPDF.on(document.pdf()))
                .contains("No syntax or stream encoding errors found")
                .doesNotContain("WARNING");
    }

    @ParameterizedTest
    @CsvSource({"LETTER, 52000, 0.01", "SCAN, 611000, 5", "OFFICE, 166000, 5"})
    void eachHasTheSizeOfItsKind(Document document, int bytes, double percent) throws IOException {
        assertThat(document.pdf().length).isCloseTo(bytes, withinPercentage(percent));
    }

    @ParameterizedTest
    @CsvSource({"LETTER, 0", "SCAN, 0", "OFFICE, 2"})
    void onlyTheOfficeExportHasStreamsOfStructure(Document document, int kinds) throws IOException {
        String pdf = new String(document.pdf(), StandardCharsets.ISO_8859_1);
        assertThat((pdf.contains("/XRef") ? 1 : 0) + (pdf.contains("/ObjStm") ? 1 : 0))
                .isEqualTo(kinds);
        assertThat(pdf.contains("\nxref\n")).isEqualTo(kinds == 0);
    }

    @Test
    void anotherNameIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Document.named("LETTER"))
                .withMessage("no document is named LETTER: there are [letter, scan, office]");
    }
}
