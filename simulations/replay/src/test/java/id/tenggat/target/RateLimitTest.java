package id.tenggat.target;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Never more than so many within any second. */
class RateLimitTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void asManyAsAllowedAtOnceAndNoneMoreUntilASecondLater() {
        RateLimit limit = new RateLimit(3);
        assertThat(limit.admits(10)).isTrue();
        assertThat(limit.admits(20)).isTrue();
        assertThat(limit.admits(30)).isTrue();
        assertThat(limit.admits(9 + SECOND)).isFalse();
        assertThat(limit.admits(10 + SECOND)).isTrue();
        assertThat(limit.admits(11 + SECOND)).isFalse();
        assertThat(limit.admits(20 + SECOND)).isTrue();
    }

    @Test
    void timeBeforeZeroAndAThreadThatIsLateCountToo() {
        RateLimit limit = new RateLimit(2);
        assertThat(limit.admits(-5)).isTrue();
        assertThat(limit.admits(-7)).isTrue();
        assertThat(limit.admits(SECOND - 6)).isFalse();
        assertThat(limit.admits(SECOND - 5)).isTrue();
    }

    /** Seed 7: a hundred thousand requests, on average half as many again as are allowed. */
    @Test
    void noSecondHoldsMoreAndNoneIsRefusedThatHasRoom() {
        RateLimit limit = new RateLimit(100);
        SplittableRandom random = new SplittableRandom(7);
        List<Long> sent = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 100_000; i++) {
            now += random.nextLong(SECOND / 75);
            long from = now - SECOND;
            long lately = sent.subList(Math.max(0, sent.size() - 200), sent.size()).stream()
                    .filter(at -> at > from)
                    .count();
            assertThat(limit.admits(now)).isEqualTo(lately < 100);
            if (lately < 100) {
                sent.add(now);
            }
        }
        assertThat(sent).hasSizeBetween(50_000, 99_000);
    }
}
