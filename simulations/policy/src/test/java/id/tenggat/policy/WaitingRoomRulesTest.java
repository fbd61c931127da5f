package id.tenggat.policy;

import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When people may go in from a waiting room, when they notice, and when they leave. */
class WaitingRoomRulesTest {

    private static WaitingRoom room(double rate, double burst, Duration poll) {
        return new WaitingRoom(rate, burst, 1000, poll, Optional.empty());
    }

    private static Inflow inflow(double rate, double burst) {
        return new Inflow(room(rate, burst, Duration.ZERO));
    }

    @Test
    void aBurstMayGoInAtOnceAndThenOneForEachToken() {
        Inflow inflow = inflow(2, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(inflow.isOpen(0)).isTrue();
            inflow.letIn(0);
        }
        assertThat(inflow.isOpen(SECOND / 2 - 1)).isFalse();
        assertThat(inflow.nextNs()).isEqualTo(SECOND / 2);
        inflow.letIn(SECOND / 2);
        assertThat(inflow.nextNs()).isEqualTo(SECOND);
    }

    /** At 2 s two tokens have come, one of which is taken: a second may go in at once, and a third at 2.5 s. */
    @Test
    void tokensAreKeptUpToTheBurst() {
        Inflow inflow = inflow(2, 2);
        inflow.letIn(SECOND);
        inflow.letIn(SECOND);
        assertThat(inflow.nextNs()).isEqualTo(3 * SECOND / 2);
        inflow.letIn(2 * SECOND);
        assertThat(inflow.isOpen(2 * SECOND)).isTrue();
        inflow.letIn(2 * SECOND);
        assertThat(inflow.nextNs()).isEqualTo(5 * SECOND / 2);
        inflow.letIn(100 * SECOND);
        assertThat(inflow.isOpen(100 * SECOND)).as("no more than the burst").isTrue();
        inflow.letIn(100 * SECOND);
        assertThat(inflow.nextNs()).isEqualTo(201 * SECOND / 2);
    }

    @ParameterizedTest
    @CsvSource({"3, 333333334, 666666667, 1000000000", "7, 142857143, 285714286, 1000000000", "1e9, 1, 2, 1000000000"})
    void roundedNanosecondsDoNotAddUp(double rate, long first, long second, long afterASecond) {
        Inflow inflow = inflow(rate, 1);
        inflow.letIn(0);
        assertThat(inflow.nextNs()).isEqualTo(first);
        inflow.letIn(first);
        assertThat(inflow.nextNs()).isEqualTo(second);
        for (long k = 2; k < Math.min(rate, 1e6); k++) {
            inflow.letIn(inflow.nextNs());
        }
        assertThat(inflow.nextNs()).isEqualTo(rate == 1e9 ? 1_000_000 : afterASecond);
    }

    @Test
    void aMinuteIsAMinute() {
        Inflow inflow = inflow(1.0 / 60, 1);
        inflow.letIn(5);
        assertThat(inflow.nextNs()).isEqualTo(60 * SECOND + 5);
    }

    @ParameterizedTest
    @CsvSource({"20, 5, 6, 25", "20, 5, 25, 25", "20, 5, 26, 45", "20, 5, 5, 5", "0, 5, 6, 6"})
    void theyNoticeAtTheNextLook(long pollSeconds, long came, long letIn, long notices) {
        RoomStay stay = new RoomStay(room(1, 1, Duration.ofSeconds(pollSeconds)), 1);
        assertThat(stay.noticesNs(came * SECOND, letIn * SECOND)).isEqualTo(notices * SECOND);
    }

    @Test
    void theyLeaveWhenTheyHaveHadEnough() {
        RoomStay forEver = new RoomStay(room(1, 1, Duration.ZERO), 1);
        assertThat(forEver.leavesNs(7, 1, 2, 3)).isEqualTo(RoomStay.NEVER);
        assertThat(stay(new Fixed(Duration.ofSeconds(3))).leavesNs(7, 1, 2, 3)).isEqualTo(3 * SECOND + 7);
        RoomStay drawn = stay(new Exponential(Duration.ofSeconds(3)));
        assertThat(drawn.leavesNs(7, 1, 2, 3))
                .isEqualTo(drawn.leavesNs(0, 1, 2, 3) + 7)
                .isNotEqualTo(drawn.leavesNs(7, 2, 2, 3))
                .isNotEqualTo(drawn.leavesNs(7, 1, 1, 3))
                .isNotEqualTo(drawn.leavesNs(7, 1, 2, 4));
    }

    @Test
    void whoWouldWaitBeyondTheEndOfTimeNeverLeaves() {
        RoomStay stay = stay(new Fixed(Duration.ofNanos(Long.MAX_VALUE)));
        assertThat(stay.leavesNs(1, 1, 2, 3)).isEqualTo(RoomStay.NEVER);
    }

    private static RoomStay stay(id.tenggat.scenario.Distribution leavesAfter) {
        return new RoomStay(new WaitingRoom(1, 1, 1000, Duration.ZERO, Optional.of(leavesAfter)), 1);
    }

    @Test
    void noGateIsAWaitingRoom() {
        assertThatThrownBy(() -> Gate.of(room(1, 1, Duration.ZERO))).hasMessageContaining("a waiting room is no gate");
    }
}
