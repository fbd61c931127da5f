package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A recording in memory against the same one on the disk. */
class MemoryRecorderTest {

    @TempDir
    Path temp;

    private static MemoryRecorder recorder() {
        return new MemoryRecorder(Schedule.of(SmallScenario.whole()), SmallRun.run());
    }

    private static Recording inMemory() {
        MemoryRecorder recorder = recorder();
        SmallRun.tell(recorder);
        return recorder.finish(SmallRun.AUDIT, RunStatus.COMPLETE);
    }

    @Test
    void itHoldsWhatTheFilesHold() {
        SmallRun.write(temp);
        Recording written = Recording.read(temp);
        Recording kept = inMemory();
        assertThat(kept.provenance()).isEqualTo(written.provenance());
        assertThat(kept.timeline()).isEqualTo(written.timeline());
        assertThat(kept.steps()).isEqualTo(written.steps());
        assertThat(kept.regencies()).isEqualTo(written.regencies());
        assertThat(kept.audit()).isEqualTo(written.audit());
        assertThat(kept.latencies().tags())
                .containsExactlyInAnyOrderElementsOf(written.latencies().tags());
        for (String tag : kept.latencies().tags()) {
            assertThat(kept.latencies().overTime(tag))
                    .isEqualTo(written.latencies().overTime(tag));
        }
    }

    @Test
    void itsSummaryIsTheSame() {
        SmallRun.write(temp);
        assertThat(Summary.of(inMemory())).isEqualTo(Summary.of(Recording.read(temp)));
    }

    @Test
    void aRunThatLosesSomebodyIsRefused() {
        MemoryRecorder recorder = recorder();
        recorder.arrived(0, 1);
        assertThatThrownBy(() -> recorder.finish(SmallRun.AUDIT, RunStatus.COMPLETE))
                .isInstanceOf(ConservationException.class)
                .hasMessageContaining("1 applicants arrived, but the schedule has");
    }
}
