package id.tenggat.stamping;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What EU DSS finds of the signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DssTest {

    /** The seals that a stamper may have. */
    private final List<Seal> seals = List.of(Seal.of("ECDSA P-256", StampingAuthority.generate(Instant.now())));

    private record Seal(String name, Stamper stamper, Dss dss, X509Certificate certificate) {

        static Seal of(String name, StampingAuthority authority) {
            return new Seal(
                    name,
                    new Stamper(authority, StampLimits.UPLOAD, Instant::now),
                    new Dss(authority),
                    authority.certificates().get(0));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("sealsAndDocuments")
    void oneIntactSignatureOfTheSealKeepsToPadesBaselineB(Seal seal, Corpus document) throws Exception {
        byte[] stamped = seal.stamper.stamp(document.pdf(), document.place(), new SerialNumber(1));

        assertThat(seal.dss.signatures(stamped)).containsExactly(intact(seal));
    }

    @ParameterizedTest
    @MethodSource("sealsAndDocuments")
    void aSecondStampLeavesBothIntact(Seal seal, Corpus document) throws Exception {
        byte[] once = seal.stamper.stamp(document.pdf(), document.place(), new SerialNumber(1));
        byte[] twice = seal.stamper.stamp(once, document.secondPlace(), new SerialNumber(2));

        assertThat(seal.dss.signatures(twice)).containsExactly(intact(seal), intact(seal));
    }

    @ParameterizedTest
    @FieldSource("seals")
    void aChangedByteOfTheDocumentIsSeen(Seal seal) throws Exception {
        byte[] stamped = seal.stamper.stamp(Corpus.letter(), Corpus.CLASSIC.place(), new SerialNumber(1));
        stamped[5_000] ^= 1;

        assertThat(seal.dss.signatures(stamped)).singleElement().satisfies(signature -> {
            assertThat(signature.documentIntact()).isFalse();
            assertThat(signature.intact()).isFalse();
        });
    }

    @ParameterizedTest
    @FieldSource("seals")
    void anotherAuthoritysRootIsNotTrusted(Seal seal) throws Exception {
        byte[] stamped = seal.stamper.stamp(Corpus.letter(), Corpus.CLASSIC.place(), new SerialNumber(1));

        Dss stranger = new Dss(StampingAuthority.generate(Instant.now()));

        assertThat(stranger.signatures(stamped)).singleElement().satisfies(signature -> {
            assertThat(signature.intact()).isTrue();
            assertThat(signature.trusted()).isFalse();
        });
    }

    Stream<Arguments> sealsAndDocuments() {
        return seals.stream()
                .flatMap(seal -> Arrays.stream(Corpus.values()).map(document -> Arguments.of(seal, document)));
    }

    private static Dss.Signature intact(Seal seal) {
        return new Dss.Signature(SignatureLevel.PAdES_BASELINE_B, true, true, true, Dss.idOf(seal.certificate));
    }
}
