package id.tenggat.summary;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.StationSample;
import id.tenggat.summary.StationFlow.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Minutes of two workers, 120 s of their time each. */
class StationFlowTest {

    private static final double CAPACITY_NS = 2.0 * SmallRun.MINUTE_NS;

    @TempDir
    Path temp;

    @Test
    void countsWhatWasSentServedAndServedInVain() {
        SmallRun.write(temp);
        List<Part> parts = StationFlow.of(Recording.read(temp), 0).parts();
        assertThat(parts).extracting(Part::offered).containsExactly(3L, 3L, 1L, 0L, 0L);
        assertThat(parts).extracting(Part::served).containsExactly(2L, 2L, 2L, 2L, 2L);
        assertThat(parts).extracting(Part::wasted).containsExactly(1L, 1L, 1L, 1L, 1L);
    }

    @Test
    void takesAllIntervalsTogetherWhereFewRequestsWereEnded() {
        SmallRun.write(temp);
        assertThat(StationFlow.of(Recording.read(temp), 0).parts())
                .as("180 s of work for 15 requests: 12 s each, of 120 s")
                .allSatisfy(part -> assertThat(part.possible().orElseThrow()).isEqualTo(10, within(1e-9)));
    }

    @Test
    void seesARequestTakeLongerWhereManyWereEnded() {
        assertThat(possible(served(2_000, 1e9), served(2_000, 3e9), served(0, 0)))
                .extracting(OptionalDouble::orElseThrow)
                .satisfiesExactly(
                        first -> assertThat(first).as("120 s / 1 s").isEqualTo(120, within(1e-9)),
                        second -> assertThat(second).as("120 s / 3 s").isEqualTo(40, within(1e-9)),
                        last -> assertThat(last).as("as in the one before").isEqualTo(40, within(1e-9)));
    }

    @Test
    void canServeNothingWhereNoWorkerIsUp() {
        StationSample down = new StationSample(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(possible(served(2_000, 1e9), down).get(1)).hasValue(0);
    }

    @Test
    void knowsNoCapacityIfNoWorkEnded() {
        assertThat(possible(served(0, 0))).containsExactly(OptionalDouble.empty());
    }

    private static StationSample served(long requests, double holdNs) {
        return new StationSample(requests, 0, requests, 0, 0, 0, 0, requests * holdNs, 0, CAPACITY_NS);
    }

    private List<OptionalDouble> possible(StationSample... minutes) {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            for (int i = 0; i < minutes.length; i++) {
                writer.station(i, 0, minutes[i]);
                writer.station(i, 1, minutes[i]);
                writer.advanceTo((i + 1) * SmallRun.MINUTE_NS);
            }
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        return StationFlow.of(Recording.read(temp), 0).parts().stream()
                .map(Part::possible)
                .toList();
    }
}
