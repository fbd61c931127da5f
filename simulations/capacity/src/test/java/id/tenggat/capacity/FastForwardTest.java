package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Ending;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FastForwardTest {

    private static final Scenario WHOLE = Models.uniform(
            20_000,
            Duration.ofHours(10),
            Models.clients(Duration.ofMinutes(1), 20, Duration.ofMinutes(2)),
            Models.station(2, 5, new Exponential(Duration.ofSeconds(4))));

    private static Slice last(Duration length, double fraction, double timeLapse) {
        return new Slice(Optional.of(new Slice.Window.Last(length)), fraction, timeLapse);
    }

    @Test
    void whoIsInsideAtTheWindowsFirstInstantGoesOn() {
        Slice slice = last(Duration.ofHours(2), 1, 1);
        Tally whole = new Tally();
        new Simulator(Schedule.of(WHOLE), whole, Watch.NOBODY).run();
        long fromNs = Duration.ofHours(8).toNanos();
        long completedBefore =
                whole.completedNs.stream().filter(ns -> ns < fromNs).count();

        Crowd crowd = FastForward.crowd(WHOLE, slice, Watch.NOBODY);
        Tally window = new Tally();
        new Simulator(Schedule.of(Slicer.apply(WHOLE, slice), crowd), window, Watch.NOBODY).run();

        assertThat(crowd.members()).hasSizeGreaterThan(100).allMatch(member -> member.dueNs() >= 0);
        assertThat((double) window.count(Ending.COMPLETED))
                .as("as many complete in the window as in those hours of the whole")
                .isCloseTo((double) (whole.count(Ending.COMPLETED) - completedBefore), within(60.0));
    }

    @Test
    void aFractionHandsOverItsOwnPeopleAndTimeLapseTheirSoonerTimes() {
        Crowd all = FastForward.crowd(WHOLE, last(Duration.ofHours(2), 1, 1), Watch.NOBODY);
        Crowd some = FastForward.crowd(WHOLE, last(Duration.ofHours(2), 0.25, 10), Watch.NOBODY);
        assertThat((double) some.members().size() / all.members().size()).isCloseTo(0.25, within(0.08));
        for (Crowd.Member member : some.members()) {
            Crowd.Member same = all.members().stream()
                    .filter(other -> other.applicant() == member.applicant())
                    .findFirst()
                    .orElseThrow();
            assertThat(member.dueNs()).isEqualTo(same.dueNs() / 10);
            assertThat(member.attempt()).isEqualTo(same.attempt());
        }
    }

    @Test
    void aWindowFromTheOpeningFindsNobody() {
        assertThat(FastForward.crowd(WHOLE, last(Duration.ofHours(10), 1, 1), Watch.NOBODY))
                .isEqualTo(Crowd.NOBODY);
    }
}
