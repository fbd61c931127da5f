package id.tenggat.policy;

import id.tenggat.policy.Dropper.Client;
import id.tenggat.scenario.Dropping;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DropperTest {

    private static final long MS = 1_000_000;

    private final Dropper coDel = Dropper.of(new Dropping.CoDel(Duration.ofMillis(5), Duration.ofMillis(100)));

    @Test
    void nobodyIsDroppedWithoutARule() {
        Dropper dropper = Dropper.of(new Dropping.Nobody());
        assertThat(dropper.drops(0, 1000 * MS, 10, Client.HAS_LEFT)).isFalse();
    }

    @Test
    void whoseClientHasLeftIsDroppedWhereThatIsTheRule() {
        Dropper dropper = Dropper.of(new Dropping.Abandoned());
        assertThat(dropper.drops(0, 0, 0, Client.HAS_LEFT)).isTrue();
        assertThat(dropper.drops(0, 1000 * MS, 10, Client.WAITS)).isFalse();
    }

    /** First after an interval of 100 ms above the target, then 100/√1, 100/√2, 100/√3, 100/√4 ms after each other. */
    @Test
    void coDelDropsEverFasterWhileTheQueueStands() {
        assertThat(dropsMs(0, 500)).containsExactly(100L, 200L, 271L, 329L, 379L, 424L, 464L);
    }

    @Test
    void coDelDropsNobodyWhoWaitedForLessThanTheTargetAndCountsTheIntervalAnew() {
        assertThat(dropsMs(0, 99)).isEmpty();
        assertThat(coDel.drops(100 * MS, 5 * MS - 1, 10, Client.WAITS)).isFalse();
        assertThat(dropsMs(101, 250)).containsExactly(201L);
    }

    @Test
    void coDelDropsNobodyWhereNobodyElseWaits() {
        dropsMs(0, 99);
        assertThat(coDel.drops(100 * MS, 1000 * MS, 0, Client.WAITS)).isFalse();
        assertThat(coDel.drops(101 * MS, 1000 * MS, 1, Client.WAITS)).isFalse();
    }

    /** Seven drops by 464 ms: the next bout begins with the count of 6, so the drop after its first comes after 100/√6 ms. */
    @Test
    void coDelGoesOnAsFastAsItWasIfTheQueueSoonStandsAgain() {
        dropsMs(0, 500);
        coDel.drops(501 * MS, 0, 10, Client.WAITS);
        assertThat(dropsMs(502, 660)).containsExactly(602L, 643L);
    }

    @Test
    void coDelBeginsAnewIfTheQueueStandsAgainMuchLater() {
        dropsMs(0, 500);
        coDel.drops(501 * MS, 0, 10, Client.WAITS);
        assertThat(dropsMs(3000, 3210)).containsExactly(3100L, 3200L);
    }

    /** Nobody asked for 200 ms: what is overdue is dropped at once, and then somebody is served. */
    @Test
    void coDelCatchesUpWithDropsThatAreOverdue() {
        dropsMs(0, 100);
        assertThat(List.of(asked(300), asked(300), asked(300))).containsExactly(true, true, false);
    }

    private boolean asked(long ms) {
        return coDel.drops(ms * MS, 6 * MS, 10, Client.WAITS);
    }

    /** Asks once a millisecond, with waits above the target; the milliseconds of the drops. */
    private List<Long> dropsMs(long fromMs, long untilMs) {
        List<Long> drops = new ArrayList<>();
        for (long ms = fromMs; ms <= untilMs; ms++) {
            if (asked(ms)) {
                drops.add(ms);
            }
        }
        return drops;
    }
}
