package id.tenggat.statistics;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class HolmTest {

    /** By hand: 0.005 × 4, 0.01 × 3, 0.03 × 2; and 0.04 × 1, which is below the one before it. */
    @Test
    void eachIsMultipliedByHowManyAreLeft() {
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void noneIsAboveOne() {
        assertThat(Holm.adjusted(0.4, 1, 0.9)).containsExactly(1, 1, 1);
    }

    @Test
    void oneAloneStaysAsItIs() {
        assertThat(Holm.adjusted(0.037)).containsExactly(0.037);
        assertThat(Holm.adjusted()).isEmpty();
    }

    @Test
    void theSameStayTheSame() {
        assertThat(Holm.adjusted(0.01, 0.01)).containsExactly(0.02, 0.02);
    }

    @Test
    void ofTwentyMetricsThatHaveNotChangedOneIsFoundAsRarelyAsPromised() {
        Random random = new Random(19790601);
        int families = 2000;
        int wrong = (int) IntStream.range(0, families)
                .mapToObj(i -> Holm.adjusted(random.doubles(20).toArray()))
                .filter(adjusted -> DoubleStream.of(adjusted).anyMatch(p -> p <= 0.05))
                .count();
        assertThat(new Proportion(wrong, families).interval(0.999).contains(0.05))
                .isTrue();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Holm.adjusted(0.5, -0.1)).hasMessageContaining("found [0.5, -0.1]");
        assertThatThrownBy(() -> Holm.adjusted(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
