package id.tenggat.stamping;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** A stamp leaves a letter for the archive fit for the archive (PDF/A-1b). */
final class PdfATest {

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    @Test
    void aStampedLetterIsStillFitForTheArchive() throws Exception {
        assertThat(Preflight.faults(stamped())).isEmpty();
    }

    @Test
    void soIsOneStampedTwice() throws Exception {
        byte[] twice = stamper.stamp(stamped(), Corpus.PDF_A_1B.secondPlace(), new SerialNumber(2));

        assertThat(Preflight.faults(twice)).isEmpty();
    }

    private byte[] stamped() throws StampRefusedException {
        return stamper.stamp(Corpus.PDF_A_1B.pdf(), Corpus.PDF_A_1B.place(), new SerialNumber(1));
    }
}
