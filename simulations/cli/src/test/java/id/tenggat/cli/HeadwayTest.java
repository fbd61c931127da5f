package id.tenggat.cli;

import id.tenggat.capacity.Standing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadwayTest {

    private static final long SECOND_NS = 1_000_000_000;

    private static String words(long arrived, long elapsedNs) {
        return new Headway(new Standing(0, 12_300_000, 5_000_000, arrived, 1_234), 1_000, elapsedNs).words();
    }

    @Test
    void tellsEventsTheirPaceWhoHasComeAndTheTimeLeft() {
        assertThat(words(250, 4 * SECOND_NS)).isEqualTo("12.3 M events, 3.1 M/s, 25.0% have come, about 12s left");
    }

    @Test
    void tellsNoTimeLeftUntilItMeansSomething() {
        assertThat(words(250, SECOND_NS / 2)).endsWith(" 25.0% have come");
        assertThat(words(10, 4 * SECOND_NS)).endsWith(" 1.0% have come");
    }

    @Test
    void tellsThatItDrainsOnceAllHaveCome() {
        assertThat(words(1_000, 4 * SECOND_NS)).endsWith(", all have come, draining: 1,234 inside");
    }

    @Test
    void timeLeftIsRoundedToWholeSecondsThenMinutes() {
        assertThat(TimeLeft.of(0.5, 119 * SECOND_NS + 600_000_000)).isEqualTo(", about 2m left");
        assertThat(TimeLeft.of(0.5, 119 * SECOND_NS)).isEqualTo(", about 119s left");
        assertThat(TimeLeft.of(0.5, 754 * SECOND_NS)).isEqualTo(", about 13m left");
        assertThat(TimeLeft.of(0.99, SECOND_NS)).isEqualTo(", about 1s left");
        assertThat(TimeLeft.of(1, 4 * SECOND_NS)).isEmpty();
        assertThat(TimeLeft.of(0, 4 * SECOND_NS)).isEmpty();
    }
}
