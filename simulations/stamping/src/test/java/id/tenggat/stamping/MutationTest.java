package id.tenggat.stamping;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Random changes to good documents, from fixed seeds: each is refused by type or stamped, and nothing else happens. */
final class MutationTest {

    private static final int MUTATIONS = 400;
    private static final Placement PLACE = new Placement(1, 10, 10, 90);

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    @ParameterizedTest
    @EnumSource(names = {"CLASSIC", "OBJECT_STREAMS", "ANNOTATIONS_AND_FORM_AS_OBJECTS"})
    void aChangedDocumentIsRefusedOrStampedAndTheStampedIsNoWorseForQpdf(Corpus document) throws Exception {
        byte[] pdf = document.pdf();
        int stamped = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] mutant = mutant(pdf, seed);
            try {
                byte[] output = stamper.stamp(mutant, PLACE, new SerialNumber(seed));
                assertThat(output).as("seed %d", seed).startsWith(mutant);
                if (++stamped % 20 == 0) {
                    assertThat(complaints(output)).as("seed %d", seed).isLessThanOrEqualTo(complaints(mutant));
                }
            } catch (StampRefusedException e) {
                assertThat(e.refusal().reason()).as("seed %d", seed).isNotBlank();
            }
        }
        assertThat(stamped).isBetween(20, MUTATIONS - 20);
    }

    /** What qpdf finds: 0 nothing, 1 something to warn of, 2 an error. */
    private static int complaints(byte[] pdf) throws Exception {
        return switch (Judge.QPDF.on(pdf, "--check").exitStatus()) {
            case 0 -> 0;
            case 3 -> 1;
            default -> 2;
        };
    }

    /** One to eight bytes changed, none of them in the filling, where nothing can happen. */
    private static byte[] mutant(byte[] pdf, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] mutant = pdf.clone();
        for (int changes = random.nextInt(1, 9); changes > 0; changes--) {
            int at = random.nextInt(Math.min(pdf.length, 2_000));
            mutant[random.nextBoolean() ? at : pdf.length - 1 - at] = (byte) random.nextInt(256);
        }
        return mutant;
    }
}
