package id.tenggat.stamping;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong document ends in one of the fates that it may have. The timeout only stops what hangs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BadInputTest {

    private final Trial trial = new Trial();

    @ParameterizedTest
    @MethodSource({
        "id.tenggat.stamping.BadCrossReferences#rows",
        "id.tenggat.stamping.BadObjectStreams#rows",
        "id.tenggat.stamping.BadPageTrees#rows",
        "id.tenggat.stamping.BadValues#rows",
        "id.tenggat.stamping.BadDemands#rows"
    })
    void aWrongDocumentEndsInOneOfItsFates(BadInput input) throws Exception {
        trial.hold(input);
    }
}
