package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConservationTest {

    private static final StationSample IDLE = new StationSample(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    @TempDir
    Path temp;

    @Test
    void moreJourneysEndThanApplicantsCame() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.ended(0, Ending.COMPLETED, 1), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessage("conservation is broken: of 11.01 Kabupaten Aceh Selatan came 3 applicants,"
                        + " but 4 journeys ended");
    }

    @Test
    void aCompleteRunHasLostAnArrival() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.arrived(0, 1), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessage("conservation is broken: 6 applicants arrived, but the schedule has 5");
    }

    @Test
    void aCompleteRunHasCarriedInSomebodyUnknown() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.carriedIn(0), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessage("conservation is broken: 1 applicants were carried in, but the schedule has 0");
    }

    @Test
    void aStationIsLeftOutOfAnInterval() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.station(7, 0, IDLE), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessage(
                        "conservation is broken: station stamping told nothing of interval 7, of which others told");
    }

    @Test
    void aStationTellsTwice() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.station(0, 1, IDLE), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessage("conservation is broken: station stamping told twice of interval 0");
    }

    @Test
    void aBrokenRunStaysUnfinished() {
        assertThatThrownBy(() -> tellAnd(writer -> writer.carriedIn(0), RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class);
        assertThat(Recording.read(temp).provenance().status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void anInterruptedRunMayLackArrivals() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            SmallRun.tell(writer, 0);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of("stopped by hand"));
        }
        Recording recording = Recording.read(temp);
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(recording.provenance().invalidReasons()).containsExactly("stopped by hand");
        assertThat(recording.regencies().get(0).inside()).isEqualTo(2);
    }

    private void tellAnd(Consumer<RecordingWriter> more, RunStatus status) {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            SmallRun.tell(writer);
            more.accept(writer);
            writer.finish(SmallRun.AUDIT, status, List.of());
        }
    }
}
