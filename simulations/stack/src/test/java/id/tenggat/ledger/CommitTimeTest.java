package id.tenggat.ledger;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CommitTimeTest {

    private final CommitTime time = new CommitTime();

    @Test
    void nothing_is_foreseen_before_the_first() {
        assertThat(time.foreseenNs()).isZero();
    }

    @Test
    void those_that_are_alike_are_foreseen_as_they_are() {
        for (int i = 0; i < 100; i++) {
            time.took(1_000_000);
        }
        assertThat(time.foreseenNs()).isCloseTo(1_000_000, within(1_000L));
    }

    @Test
    void hardly_any_takes_longer() {
        SplittableRandom random = new SplittableRandom(7);
        int longer = 0;
        for (int i = 0; i < 10_000; i++) {
            long ns = 1_000_000 + (long) (-500_000 * Math.log(1 - random.nextDouble()));
            longer += ns > time.foreseenNs() ? 1 : 0;
            time.took(ns);
        }
        assertThat(longer).isLessThan(500);
    }

    @Test
    void a_disk_that_slows_down_is_noticed() {
        for (int i = 0; i < 100; i++) {
            time.took(1_000_000);
        }
        for (int i = 0; i < 10; i++) {
            time.took(10_000_000);
        }
        assertThat(time.foreseenNs()).isGreaterThan(10_000_000);
    }
}
