package id.tenggat.stamping;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Every wrong document ends in one of the fates that it may have. The timeout only stops what hangs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BadInputTest {

    private final Trial trial = new Trial();

    @ParameterizedTest
    @MethodSource
    void aWrongCrossReference(BadInput input) throws Exception {
        trial.hold(input);
    }

    static Stream<BadInput> aWrongCrossReference() {
        return BadCrossReferences.rows();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongObjectStream(BadInput input) throws Exception {
        trial.hold(input);
    }

    static Stream<BadInput> aWrongObjectStream() {
        return BadObjectStreams.rows();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongPageTree(BadInput input) throws Exception {
        trial.hold(input);
    }

    static Stream<BadInput> aWrongPageTree() {
        return BadPageTrees.rows();
    }

    @ParameterizedTest
    @MethodSource
    void aWrongValue(BadInput input) throws Exception {
        trial.hold(input);
    }

    static Stream<BadInput> aWrongValue() {
        return BadValues.rows();
    }

    @ParameterizedTest
    @MethodSource
    void anUndueDemand(BadInput input) throws Exception {
        trial.hold(input);
    }

    static Stream<BadInput> anUndueDemand() {
        return BadDemands.rows();
    }
}
