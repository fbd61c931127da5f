package id.tenggat.stamping;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes to good documents that are led by the branches which they take (Jazzer). A plain build tries the corpus alone, and
 * whatever was found and kept in {@code src/test/resources/id/tenggat/stamping/StamperFuzzTestInputs}. A search of a million:
 *
 * <pre>
 * JAZZER_FUZZ=1 mvn -B -pl simulations/stamping -am test -Dtest=StamperFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Djazzer.hooks=true -Djazzer.max_executions=1000000 -Djazzer.max_duration=1h
 * </pre>
 */
final class StamperFuzzTest {

    private static final Placement PLACE = new Placement(1, 10, 10, 90);

    private static final Stamper STAMPER =
            new Stamper(StampingAuthority.generate(Instant.EPOCH), StampLimits.UPLOAD, () -> Instant.EPOCH);

    @BeforeAll
    static void documentsCanBeMade() {
        Judge.QPDF.requireInstalled();
    }

    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreRefusedOrStamped(byte[] pdf) {
        try {
            assertThat(STAMPER.stamp(pdf, PLACE, new SerialNumber(1))).startsWith(pdf);
        } catch (StampRefusedException e) {
            assertThat(e.refusal().reason()).isNotBlank();
        }
    }

    static Stream<byte[]> anyBytesAreRefusedOrStamped() {
        return Arrays.stream(Corpus.values()).map(Corpus::pdf);
    }
}
