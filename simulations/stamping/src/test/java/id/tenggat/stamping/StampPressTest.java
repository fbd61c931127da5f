package id.tenggat.stamping;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** RSA signatures of the same bytes are the same, so that stamps can be compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StampPressTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-09-06T16:59:00Z"));
    private static final SerialNumber SERIAL = new SerialNumber(584);

    private final StampingAuthority authority =
            StampingAuthority.generate(Instant.now(), SignatureAlgorithm.RSA_2048, CryptoProvider.best());
    private final Stamper stamper = new Stamper(authority, StampLimits.UPLOAD, CLOCK);
    private final StampPress press = stamper.press();
    private final byte[] bomb = CraftedPdf.crossReferenceStream(
            "/W [1 4 2] /Index [0 5] /DecodeParms << /Predictor 12 /Columns 7 >>", new byte[40 << 20]);

    @ParameterizedTest
    @EnumSource
    void theDocumentAndItsUpdateAreTheStampedDocument(Corpus document) throws Exception {
        byte[] pdf = document.pdf();

        int bytes = press.stamp(pdf, pdf.length, document.place(), SERIAL);

        assertThat(appended(pdf, bytes)).isEqualTo(stamper.stamp(pdf, document.place(), SERIAL));
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentThatWasHashedAsItArrivedGetsTheSameStamp(Corpus document) throws Exception {
        byte[] pdf = document.pdf();
        SplittableRandom pieces = new SplittableRandom(584);
        ArrivedDigest arrived = new ArrivedDigest();
        for (int at = 0; at < pdf.length; ) {
            int count = Math.min(pdf.length - at, pieces.nextInt(2_000));
            arrived.add(pdf, at, count);
            at += count;
        }

        int bytes = press.stampArrived(pdf, arrived, document.place(), SERIAL);

        assertThat(appended(pdf, bytes)).isEqualTo(stamper.stamp(pdf, document.place(), SERIAL));
    }

    @Test
    void aDigestBeginsAnewForTheNextDocument() throws Exception {
        ArrivedDigest arrived = new ArrivedDigest();
        arrived.add(new byte[100], 0, 100);
        arrived.clear();
        byte[] pdf = Corpus.letter();
        arrived.add(pdf, 0, pdf.length);

        int bytes = press.stampArrived(pdf, arrived, Corpus.CLASSIC.place(), SERIAL);

        assertThat(appended(pdf, bytes)).isEqualTo(stamper.stamp(pdf, Corpus.CLASSIC.place(), SERIAL));
    }

    @Test
    void moreThanAnArrayCanHoldDoesNotArrive() {
        ArrivedDigest arrived = new ArrivedDigest();
        arrived.add(new byte[10], 0, 10);

        assertThatIllegalArgumentException().isThrownBy(() -> arrived.add(new byte[0], 0, Integer.MAX_VALUE));
    }

    @Test
    void aDocumentMayBeTheFirstPartOfItsArray() throws Exception {
        byte[] pdf = Corpus.letter();

        int bytes = press.stamp(Arrays.copyOf(pdf, pdf.length + 500), pdf.length, Corpus.CLASSIC.place(), SERIAL);

        assertThat(appended(pdf, bytes)).isEqualTo(stamper.stamp(pdf, Corpus.CLASSIC.place(), SERIAL));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfARefusedDocumentIsLeftForTheNextOne(Corpus document) throws Exception {
        byte[] pdf = document.pdf();
        for (int length = pdf.length - 1; length > 0; length -= 1 + pdf.length / 20) {
            tryTo(pdf, length, document.place());
        }
        tryTo(bomb, bomb.length, document.place());

        int bytes = press.stamp(pdf, pdf.length, document.place(), SERIAL);

        assertThat(appended(pdf, bytes)).isEqualTo(stamper.stamp(pdf, document.place(), SERIAL));
    }

    private void tryTo(byte[] pdf, int length, Placement place) {
        try {
            press.stamp(pdf, length, place, SERIAL);
        } catch (StampRefusedException e) {
            assertThat(e.refusal().reason()).isNotBlank();
        }
    }

    @Test
    void aSignerThatFailsIsNotTheDocumentsFault() throws Exception {
        boolean[] fails = {true};
        StampPress moody = new Stamper(signedBy(authority, fails), StampLimits.UPLOAD, CLOCK).press();
        byte[] pdf = Corpus.letter();

        assertThatIllegalStateException()
                .isThrownBy(() -> moody.stamp(pdf, pdf.length, Corpus.CLASSIC.place(), SERIAL))
                .withMessage("the seal can't sign")
                .havingRootCause()
                .withMessage("the module is away");
        fails[0] = false;
        int bytes = moody.stamp(pdf, pdf.length, Corpus.CLASSIC.place(), SERIAL);
        byte[] stamped = Arrays.copyOf(pdf, pdf.length + bytes);
        System.arraycopy(moody.update(), 0, stamped, pdf.length, bytes);
        assertThat(stamped).isEqualTo(stamper.stamp(pdf, Corpus.CLASSIC.place(), SERIAL));
    }

    @Test
    void aStampAllocatesNextToNothing() throws Exception {
        Signer constant = (digest, signature) -> signature.length;
        StampPress lean = new Stamper(signedBy(authority, constant), StampLimits.UPLOAD, CLOCK).press();
        byte[] pdf = Corpus.OBJECT_STREAMS.pdf();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int stamps = 2_000;
        lean.stamp(pdf, pdf.length, Corpus.OBJECT_STREAMS.place(), SERIAL);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < stamps; i++) {
            lean.stamp(pdf, pdf.length, Corpus.OBJECT_STREAMS.place(), SERIAL);
        }

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / stamps).isLessThan(96);
    }

    @Test
    void whatARefusalTellsCostsNoStackTrace() {
        assertThatExceptionOfType(StampRefusedException.class)
                .isThrownBy(() -> press.stamp(new byte[10], 10, Corpus.CLASSIC.place(), SERIAL))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private byte[] appended(byte[] pdf, int updateBytes) {
        byte[] stamped = Arrays.copyOf(pdf, pdf.length + updateBytes);
        System.arraycopy(press.update(), 0, stamped, pdf.length, updateBytes);
        return stamped;
    }

    private static SigningKey signedBy(StampingAuthority authority, boolean[] fails) {
        Signer signer = authority.signer();
        return signedBy(authority, (digest, signature) -> {
            if (fails[0]) {
                throw new GeneralSecurityException("the module is away");
            }
            return signer.sign(digest, signature);
        });
    }

    private static SigningKey signedBy(StampingAuthority authority, Signer signer) {
        return new SigningKey() {
            @Override
            public SignatureAlgorithm algorithm() {
                return authority.algorithm();
            }

            @Override
            public List<X509Certificate> certificates() {
                return authority.certificates();
            }

            @Override
            public Signer signer() {
                return signer;
            }

            @Override
            public String provider() {
                return "a test";
            }
        };
    }
}
