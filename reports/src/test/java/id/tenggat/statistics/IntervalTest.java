package id.tenggat.statistics;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntervalTest {

    @Test
    void bothEndsBelongToIt() {
        Interval interval = new Interval(1, 3);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(3.0001)).isFalse();
        assertThat(interval.halfWidth()).isEqualTo(1);
    }

    @Test
    void itIsCutToWhatIsPossible() {
        assertThat(new Interval(-0.1, 0.4).within(0, 1)).isEqualTo(new Interval(0, 0.4));
        assertThat(new Interval(0.9, 1.2).within(0, 1)).isEqualTo(new Interval(0.9, 1));
        assertThat(new Interval(0.2, 0.3).within(0, 1)).isEqualTo(new Interval(0.2, 0.3));
    }

    @Test
    void endsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("found 2.0 and 1.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
