package id.tenggat.slice;

import id.tenggat.arrival.Scenarios;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    private static final Scenario PLAIN = Scenarios.plain();

    @Test
    void theJourneyIsTheSameButNobodyThinksLong() {
        Scenario rehearsal = Rehearsal.of(PLAIN);

        assertThat(rehearsal.journey().steps()).hasSameSizeAs(PLAIN.journey().steps());
        for (int i = 0; i < rehearsal.journey().steps().size(); i++) {
            var step = rehearsal.journey().steps().get(i);
            var planned = PLAIN.journey().steps().get(i);
            assertThat(step.name()).isEqualTo(planned.name());
            assertThat(step.action()).isEqualTo(planned.action());
            assertThat(step.payloadBytes()).isEqualTo(planned.payloadBytes());
            assertThat(step.think().mean()).isLessThanOrEqualTo(Duration.ofMillis(20));
            assertThat(step.think()).hasSameClassAs(planned.think());
        }
    }

    @Test
    void aStationServesSoonTurnsNobodyAwayAndHasRoomForAll() {
        Stack.Station station = rehearsed(
                planned().resized(1, 0, new Stack.Admission.TokenBucket(1, 1)).withOverload(Stack.Overload.SILENT));

        assertThat(station.serviceTime().mean()).isLessThanOrEqualTo(Duration.ofMillis(1));
        assertThat(station.workers()).isEqualTo(4);
        assertThat(rehearsed(planned().withThirdParties(List.of(0))).workers())
                .as("whoever is called may be slow")
                .isGreaterThanOrEqualTo(Rehearsal.APPLICANTS_MAX);
        assertThat(station.queueLimit()).isGreaterThanOrEqualTo(Rehearsal.APPLICANTS_MAX);
        assertThat(station.admission()).isEqualTo(new Stack.Admission.Everybody());
        assertThat(station.safeguards()).isEqualTo(Stack.Safeguards.NONE);
        assertThat(station.autoscaling()).isEmpty();
        assertThat(station.overload()).isEqualTo(Stack.Overload.REJECT);
    }

    @Test
    void aWaitingRoomStaysOneAndLetsInSoon() {
        WaitingRoom slow =
                new WaitingRoom(0.1, 1, 5, Duration.ofSeconds(20), Optional.of(new Fixed(Duration.ofMinutes(1))));

        assertThat(rehearsed(planned().resized(1, 0, slow)).admission())
                .isInstanceOfSatisfying(WaitingRoom.class, room -> {
                    assertThat(room.ratePerSecond()).isEqualTo(2_000);
                    assertThat(room.poll()).isEqualTo(Duration.ofMillis(10));
                    assertThat(room.places()).isGreaterThanOrEqualTo(Rehearsal.APPLICANTS_MAX);
                    assertThat(room.leavesAfter()).isEmpty();
                });
    }

    @Test
    void thirdPartiesAnswerAtOnceAndWellByTheSameWay() {
        Stack.ThirdParty polled = party(new Answering.Polled(Duration.ofSeconds(2)));
        Stack.ThirdParty calling = party(Answering.WEBHOOK);
        Stack stack = PLAIN.stack();
        Scenario rehearsal = Rehearsal.of(PLAIN.withStack(
                new Stack(stack.stations(), List.of(polled, calling), List.of(new Pool("db", 2, List.of(0))))));

        assertThat(rehearsal.stack().thirdParties()).allSatisfy(party -> {
            assertThat(party.delay().mean()).isZero();
            assertThat(party.errorShare()).isZero();
            assertThat(party.faults()).isEqualTo(CallFaults.NONE);
        });
        assertThat(rehearsal.stack().thirdParties().get(0).answering())
                .isEqualTo(new Answering.Polled(Duration.ofMillis(1)));
        assertThat(rehearsal.stack().thirdParties().get(1).answering()).isEqualTo(Answering.WEBHOOK);
        assertThat(rehearsal.stack().pools().get(0).size()).isGreaterThanOrEqualTo(Rehearsal.APPLICANTS_MAX);
    }

    @Test
    void whoFailsGivesUpAndNobodyMeetsTheDeadline() {
        Scenario rehearsal = Rehearsal.of(PLAIN);

        assertThat(rehearsal.clients().attempts()).isEqualTo(1);
        assertThat(rehearsal.clients().visits()).isEqualTo(1);
        assertThat(rehearsal.incidents()).isEmpty();
        assertThat(rehearsal.abortWhen()).isEmpty();
        assertThat(rehearsal.population().applicants()).isEqualTo(Rehearsal.APPLICANTS_MAX);
        assertThat(rehearsal.timeline().nsAt(rehearsal.calendar().closes()))
                .isEqualTo(Duration.ofDays(100).toNanos());
    }

    private static Stack.Station planned() {
        return PLAIN.stack().stations().get(0);
    }

    private static Stack.Station rehearsed(Stack.Station station) {
        return Rehearsal.of(Scenarios.with(PLAIN, station)).stack().stations().get(0);
    }

    private static Stack.ThirdParty party(Answering answering) {
        return new Stack.ThirdParty(
                "party-" + answering.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                new Exponential(Duration.ofSeconds(1)),
                0.2,
                new CallFaults(0.1, 0.1, CallFaults.SlowChunks.NONE),
                answering);
    }
}
