package id.tenggat.stack;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static id.tenggat.stack.Scenarios.with;
import static org.assertj.core.api.Assertions.assertThat;

/** The live waiting room and the simulated one let in the same people at the same nanosecond. */
class RoomTwinTest {

    private static final long MANY = 2_500;
    private static final Optional<Distribution> NEVER = Optional.empty();
    private static final Optional<Distribution> SOON =
            Optional.of(new Distribution.Exponential(Duration.ofSeconds(20)));

    @Test
    void whoeverLooksIsLetInAsInTheSimulator() {
        Twin twin = TwinTest.assertAgreement(rush(room(15, 5_000, 700, NEVER), Overload.REJECT), MANY);
        assertThat(twin.leftRoom()).isZero();
    }

    @Test
    void whoeverHasHadEnoughLeavesAsInTheSimulator() {
        Twin twin = TwinTest.assertAgreement(rush(room(8, 5_000, 3_000, SOON), Overload.REJECT), MANY);
        assertThat(twin.leftRoom()).isGreaterThan(100);
    }

    @Test
    void aFullRoomTurnsAwayAsInTheSimulator() {
        Twin twin = TwinTest.assertAgreement(rush(room(10, 30, 700, SOON), Overload.REJECT), MANY);
        assertThat(twin.fates()).filteredOn(fate -> fate.contains("REJECTED")).hasSizeGreaterThan(500);
        assertThat(twin.leftRoom()).isPositive();
    }

    @Test
    void aFullRoomMayBeSilentAsInTheSimulator() {
        Twin twin = TwinTest.assertAgreement(rush(room(10, 30, 1_300, SOON), Overload.SILENT), 1_000);
        assertThat(twin.fates()).noneMatch(fate -> fate.contains("REJECTED"));
    }

    private static WaitingRoom room(double rate, int places, long pollMs, Optional<Distribution> leavesAfter) {
        return new WaitingRoom(rate, 3, places, Duration.ofMillis(pollMs), leavesAfter);
    }

    /** A thousand applicants within a minute, all past one room; behind it a queue that may be full, or down. */
    private static Scenario rush(WaitingRoom room, Overload overload) {
        Station portal = with(
                station("portal", 1, 20, new Distribution.Exponential(Duration.ofMillis(60))),
                Discipline.FIFO,
                Abandon.NOTICED,
                overload);
        Stack stack = new Stack(
                List.of(
                        portal.resized(1, 20, room),
                        station("payment", 3, 40, new Distribution.Exponential(Duration.ofMillis(30))),
                        station("stamping", 2, 200, new Distribution.Exponential(Duration.ofMillis(30)))),
                List.of());
        return Scenarios.closing(
                Scenarios.OPENS.plusSeconds(60),
                stack,
                List.of(incident(new Effect.Down(0), 10_100, 12_300), incident(new Effect.Frozen(0), 15_100, 16_300)));
    }
}
