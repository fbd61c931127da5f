package id.tenggat.stamping;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the corpus says of itself. */
final class CorpusTest {

    @ParameterizedTest
    @EnumSource
    void aDocumentIsTheSameBytesEachTimeAndNothingIsWrongWithIt(Corpus document) throws Exception {
        byte[] pdf = document.pdf();

        assertThat(pdf).isEqualTo(document.pdf()).hasSizeLessThan(100_000);
        assertThat(Judge.complaints(pdf)).isZero();
    }

    @Test
    void theLetterForTheArchiveIsFitForIt() throws Exception {
        assertThat(Preflight.faults(Corpus.PDF_A_1B.pdf())).isEmpty();
    }

    @Test
    void theJudgeOfArchivesFindsFontsThatAreElsewhere() throws Exception {
        byte[] pdf = Corpus.rewritten(document -> {}, CompressParameters.NO_COMPRESSION);

        assertThat(Preflight.faults(pdf)).anySatisfy(fault -> assertThat(fault).startsWith("3.1."));
    }
}
