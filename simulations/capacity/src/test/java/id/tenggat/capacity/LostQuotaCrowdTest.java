package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Life;
import id.tenggat.recording.LifeEvent;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import id.tenggat.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Quota that is lost before a slice's window stays lost in it: an hour of losses, and a window that begins a minute later,
 * while all who have lost a stamp are still inside.
 */
class LostQuotaCrowdTest {

    private static final int APPLICANTS = 2_000;
    private static final Instant LOSSES_END = Models.OPENS.plus(Duration.ofHours(6));
    private static final Slice SLICE =
            new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(4).minusMinutes(1))), 1, 1);

    /** Two stamps each; whoever fails tries again after an hour, twice. */
    private static Scenario losing(double share) {
        Fixed quick = new Fixed(Duration.ofMillis(10));
        Scenario plain = Models.uniform(
                APPLICANTS,
                Duration.ofHours(10),
                Models.clients(Duration.ofSeconds(30), 3, Duration.ofHours(1)),
                Models.station(50, 1000, quick),
                Models.station(50, 1000, quick));
        Journey journey = new Journey(List.of(
                new Journey.Step("pay", Action.PAY, 0, Fixed.ZERO, 0),
                new Journey.Step("stamp-1", Action.STAMP, 1, Fixed.ZERO, 0),
                new Journey.Step("stamp-2", Action.STAMP, 1, Fixed.ZERO, 0)));
        Incident losses = new Incident(
                "losses", new Incident.Effect.LosesQuota(1, share), LOSSES_END.minus(Duration.ofHours(1)), LOSSES_END);
        return Models.with(Models.with(plain, journey), Slice.WHOLE, losses);
    }

    private static Schedule sliced(Scenario whole) {
        return Schedule.of(Slicer.apply(whole, SLICE), FastForward.crowd(whole, SLICE, Watch.NOBODY));
    }

    private static Set<Integer> whoGivesUp(Schedule schedule) {
        Witness witness = new Witness(IntStream.range(0, APPLICANTS).boxed().toList());
        Simulator.seenBy(witness, schedule, Supervision.of(Watch.NOBODY, schedule.scenario()))
                .run();
        return witness.lives().stream()
                .filter(LostQuotaCrowdTest::givesUp)
                .map(Life::applicant)
                .collect(Collectors.toSet());
    }

    private static boolean givesUp(Life life) {
        return life.events().stream()
                .anyMatch(e -> e instanceof LifeEvent.Ended ended && ended.ending() == Ending.GAVE_UP);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1})
    void theSamePeopleGiveUpInTheWholeAndInTheSlice(double share) {
        Scenario whole = losing(share);
        Set<Integer> givesUp = whoGivesUp(Schedule.of(whole));
        assertThat(givesUp).hasSizeGreaterThan(50);
        assertThat(whoGivesUp(sliced(whole))).isEqualTo(givesUp);
    }

    @Test
    void whatWasLostBeforeIsInTheSlicesAudit() {
        Scenario whole = losing(0.4);
        Schedule slice = sliced(whole);
        long lost = slice.crowd().members().stream()
                .mapToLong(Crowd.Member::lostQuota)
                .sum();
        Audit ofWhole = new Simulator(Schedule.of(whole), new Tally(), Watch.NOBODY)
                .run()
                .audit();
        Audit ahead = new Simulator(slice, new Tally(), Watch.NOBODY).run().audit();
        Audit stepByStep =
                Simulator.stepByStep(slice, new Tally(), Watch.NOBODY).run().audit();
        assertThat(ahead).isEqualTo(stepByStep);
        assertThat(ahead.findings().quotaLost())
                .isEqualTo(lost)
                .isEqualTo(ofWhole.findings().quotaLost())
                .isPositive();
        assertThat(ahead.lost()).isEqualTo(lost);
    }

    @Test
    void aSnapshotHandsItOverToo() {
        Scenario whole = losing(1);
        Simulator stopped = Simulator.stepByStep(Schedule.of(whole), new Tally(), Watch.NOBODY);
        stopped.playUntil(FastForward.stopNs(whole, SLICE));
        Crowd[] handedOver = new Crowd[1];
        State.read(State.bytesOf(stopped::carry), state -> handedOver[0] = FastForward.crowd(whole, SLICE, state));
        assertThat(handedOver[0]).isEqualTo(FastForward.crowd(whole, SLICE, Watch.NOBODY));
        assertThat(handedOver[0].members()).anyMatch(member -> member.lostQuota() > 0);
    }

    @Test
    void aSliceGoesOnFromItsOwnSnapshotWithWhatItWasHandedOver() {
        Schedule slice = sliced(losing(1));
        Outcome straight =
                Simulator.stepByStep(slice, new Tally(), Watch.NOBODY).run();
        Simulator stopped = Simulator.stepByStep(slice, new Tally(), Watch.NOBODY);
        stopped.playUntil(Duration.ofMinutes(30).toNanos());
        Simulator again = Simulator.stepByStep(slice, new Tally(), Watch.NOBODY);
        State.read(State.bytesOf(stopped::carry), again::carry);
        assertThat(again.run()).isEqualTo(straight);
    }
}
