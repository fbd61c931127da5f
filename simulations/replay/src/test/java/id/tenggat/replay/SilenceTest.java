package id.tenggat.replay;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTest {

    @Test
    void silenceIsTooLongWhenNothingElseHasComeForItsTime() {
        Silence silence = new Silence();
        for (int i = 0; i < Silence.CALLS_LEAST; i++) {
            silence.goesOn(i);
        }
        assertThat(silence.tooLong(Silence.LONGEST_NS - 1)).isEmpty();
        assertThat(silence.tooLong(Silence.LONGEST_NS))
                .contains(
                        "nothing was to be reached at the target for 30s: none of the last 20 calls found a connection");
        silence.broken();
        assertThat(silence.tooLong(Silence.LONGEST_NS)).isEmpty();
        silence.goesOn(Silence.LONGEST_NS);
        assertThat(silence.tooLong(3 * Silence.LONGEST_NS))
                .as("one call is none")
                .isEmpty();
    }
}
