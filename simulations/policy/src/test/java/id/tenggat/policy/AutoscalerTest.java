package id.tenggat.policy;

import id.tenggat.scenario.Autoscaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/** Looks every 30 s. */
class AutoscalerTest {

    private static final long EVERY = 30 * SECOND;

    private static Autoscaler autoscaler(int workers, int delaySeconds, int downAfterSeconds) {
        return new Autoscaler(
                new Autoscaling(
                        4,
                        40,
                        0.5,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(delaySeconds),
                        Duration.ofSeconds(downAfterSeconds)),
                workers);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100%, 20",
        "10, 80%, 16",
        "10, 55%, 10", // within 10 % of the target
        "10, 55.1%, 12",
        "10, 45%, 10", // within 10 % of the target
        "10, 44.9%, 9",
        "10, 40%, 8",
        "10, 1%, 4", // the least
        "10, 0%, 4",
        "30, 100%, 40", // the most
        "5, 80%, 8",
    })
    void asManyAreReadyAsWouldBringTheTarget(int workers, String utilisation, int expected) {
        Autoscaler autoscaler = autoscaler(workers, 0, 0);
        autoscaler.act(EVERY, now -> Double.parseDouble(utilisation.replace("%", "")) / 100);
        assertThat(autoscaler.workers()).isEqualTo(expected);
    }

    @Test
    void aProductThatIsWholeIsNotRoundedUp() {
        Autoscaling settings =
                new Autoscaling(1, 100, 0.7, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(0));
        for (int workers = 1; workers <= 50; workers++) {
            Autoscaler autoscaler = new Autoscaler(settings, workers);
            autoscaler.act(EVERY, now -> 0.35);
            assertThat(autoscaler.workers()).isEqualTo((workers + 1) / 2);
        }
    }

    @Test
    void newWorkersAreReadyAfterTheDelayAndNotOrderedTwice() {
        Autoscaler autoscaler = autoscaler(4, 75, 300);
        assertThat(ready(autoscaler, 8, 1, 1, 1, 0.5, 0.5))
                .containsExactly("30s 4", "60s 4", "90s 4", "105s 8", "120s 8", "150s 8");
        assertThat(autoscaler.nextNs()).isEqualTo(180 * SECOND);
    }

    /** At 120 s four workers have been seen busy, and four come who have not: 4 × 1 / 0.5 are the eight that are there. */
    @Test
    void whoBecomesReadyWhileItLooksIsNotCountedYet() {
        assertThat(ready(autoscaler(4, 90, 300), 8, 1, 1, 1, 1, 1))
                .containsExactly("30s 4", "60s 4", "90s 4", "120s 8", "150s 8");
    }

    /** It desires 20 at first, and then 12, 12, 10, 6, 5 and 4: the highest of three looks, at 0 s, 30 s, 60 s and so on. */
    @Test
    void goingDownFollowsTheHighestDesireOfTheLastWhile() {
        assertThat(ready(autoscaler(20, 0, 60), 6, 0.3, 0.3, 0.25, 0.25, 0.2, 0.2))
                .containsExactly("30s 20", "60s 20", "90s 12", "120s 12", "150s 10", "180s 6");
    }

    @Test
    void thoseOnTheWayGoFirstButNotWhileTheOthersAreOverloaded() {
        Autoscaler autoscaler = autoscaler(10, 300, 0);
        assertThat(ready(autoscaler, 3, 0.8, 0.6, 0.3)).containsExactly("30s 10", "60s 10", "90s 6");
        assertThat(autoscaler.nextNs()).as("nobody is on the way any more").isEqualTo(120 * SECOND);
    }

    @Test
    void fewerOnTheWayMayBeEnough() {
        Autoscaler autoscaler = autoscaler(10, 300, 0);
        assertThat(ready(autoscaler, 2, 1, 0.5)).containsExactly("30s 10", "60s 10");
        autoscaler.act(330 * SECOND, now -> Double.NaN);
        assertThat(autoscaler.workers()).isEqualTo(10);
    }

    @Test
    void whileNobodyCouldWorkNothingChanges() {
        assertThat(ready(autoscaler(10, 0, 0), 2, Double.NaN, 0.8)).containsExactly("30s 10", "60s 16");
    }

    @Test
    void aLateClockSkipsWhatItMissed() {
        Autoscaler autoscaler = autoscaler(10, 10, 0);
        autoscaler.act(100 * SECOND, now -> 1);
        assertThat(autoscaler.workers()).isEqualTo(10);
        assertThat(autoscaler.nextNs()).isEqualTo(110 * SECOND);
        autoscaler.act(110 * SECOND, now -> Double.NaN);
        assertThat(autoscaler.workers()).isEqualTo(20);
        assertThat(autoscaler.nextNs()).isEqualTo(120 * SECOND);
    }

    /** Who is ready after each act, as long as utilisations are left. */
    private static List<String> ready(Autoscaler autoscaler, int acts, double... utilisations) {
        List<String> ready = new ArrayList<>();
        int[] looks = {0};
        for (int i = 0; i < acts && looks[0] < utilisations.length; i++) {
            long now = autoscaler.nextNs();
            autoscaler.act(now, ignored -> utilisations[looks[0]++]);
            ready.add(now / SECOND + "s " + autoscaler.workers());
        }
        return ready;
    }
}
