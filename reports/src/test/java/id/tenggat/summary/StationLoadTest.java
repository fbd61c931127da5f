package id.tenggat.summary;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.StationSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The small run's stations by hand, five minutes each:
 *
 * <pre>
 *   registration  came 3, 3, 1, 0, 0 = 7 (2, 2, 1 of them first attempts)   busy 12, 24, 36, 48, 60 = 180 s
 *   stamping      came 0, 1, 1, 2, 0 = 4 (0, 1, 1, 1, 1 begun)              busy 60, 60, 60, 116.4, 60 = 356.4 s
 * </pre>
 *
 * Each minute 2 were served, 1 in vain, 3 entered and the queue held 1 request-second.
 */
class StationLoadTest {

    @TempDir
    Path temp;

    private StationLoad load(int station) {
        SmallRun.write(temp);
        return StationLoad.of(Recording.read(temp), station).orElseThrow();
    }

    @Test
    void countsWhatCameToItsDoor() {
        StationLoad load = load(0);
        assertThat(load.arrivals()).isEqualTo(7);
        assertThat(load.steps()).containsExactly(new StationLoad.StepShare("sign-up", 7, 1));
    }

    @Test
    void leavesOutWhatWasNeverSent() {
        assertThat(load(1).arrivals()).isEqualTo(4);
    }

    @Test
    void offersArrivalsTimesTheMeanHold() {
        StationLoad load = load(0);
        assertThat(load.meanHoldNs().orElseThrow()).isEqualTo(180e9 / 15, within(1.0));
        StationLoad.Erlangs offered = load.offered().orElseThrow();
        assertThat(offered.mean()).as("7 × 12 s in 300 s").isEqualTo(0.28, within(1e-9));
        assertThat(offered.peak().value()).as("3 × 12 s in 60 s").isEqualTo(0.6, within(1e-9));
        assertThat(offered.peak().interval()).isZero();
        assertThat(offered.workersForPeak()).as("0.6 / 0.8, rounded up").isEqualTo(1);
        assertThat(load.firsts().orElseThrow().mean()).as("5 × 12 s in 300 s").isEqualTo(0.2, within(1e-9));
        assertThat(load.firsts().orElseThrow().peak().value()).isEqualTo(0.4, within(1e-9));
    }

    @Test
    void carriesItsBusyWorkers() {
        StationLoad load = load(1);
        assertThat(load.carried().mean()).isEqualTo(356.4 / 300, within(1e-9));
        assertThat(load.carried().peak().value()).isEqualTo(1.94, within(1e-9));
        assertThat(load.carried().peak().interval()).isEqualTo(3);
        assertThat(load.utilisation().orElseThrow()).isEqualTo(0.594, within(1e-9));
    }

    @Test
    void waitsByLittlesLaw() {
        StationLoad load = load(0);
        assertThat(load.queueMean()).as("5 request-seconds in 300 s").isEqualTo(1 / 60.0, within(1e-12));
        assertThat(load.meanWaitNs().orElseThrow())
                .as("5 request-seconds, 15 entries")
                .isEqualTo(1e9 / 3, within(1.0));
    }

    @Test
    void tellsWhenItWasFirstFullAndRejecting() {
        SmallRun.write(temp);
        Recording recording = Recording.read(temp);
        StationLoad registration = StationLoad.of(recording, 0).orElseThrow();
        StationLoad stamping = StationLoad.of(recording, 1).orElseThrow();
        assertThat(registration.firstRejecting()).contains(Instant.parse("2024-09-06T16:56:00Z"));
        assertThat(registration.firstFull()).isEmpty();
        assertThat(stamping.firstFull()).contains(Instant.parse("2024-09-06T16:58:00Z"));
        assertThat(stamping.firstRejecting()).isEmpty();
    }

    /** Twice the first minute's three came; two of them failed at the door, and the third held a worker for 6 s. */
    @Test
    void whatFailsAtTheDoorOfAStationThatIsDownHoldsNoWorker() {
        Recording recording = firstMinute(new StationSample(1, 0, 1, 0, 2, 0, 0, 6e9, 0, 120e9));
        StationLoad load = StationLoad.of(recording, 0).orElseThrow();
        assertThat(load.arrivals()).isEqualTo(3);
        assertThat(load.meanHoldNs().orElseThrow()).isEqualTo(6e9);
    }

    @Test
    void hasNoLoadToOfferIfNoWorkEnded() {
        StationLoad load = StationLoad.of(firstMinute(new StationSample(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), 1)
                .orElseThrow();
        assertThat(load.meanHoldNs()).isEmpty();
        assertThat(load.offered()).isEmpty();
        assertThat(load.utilisation()).isEmpty();
        assertThat(load.meanWaitNs()).isEmpty();
    }

    @Test
    void aStationThatToldNothingHasNone() {
        SmallRun.write(temp);
        Recording whole = Recording.read(temp);
        Recording silent = new Recording(
                whole.directory(),
                whole.provenance(),
                whole.host(),
                whole.scenarioText(),
                whole.timeline(),
                whole.steps(),
                List.of(),
                whole.regencies(),
                whole.audit(),
                whole.latencies(),
                List.of());
        assertThat(StationLoad.of(silent, 0)).isEmpty();
    }

    private Recording firstMinute(StationSample sample) {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            for (double second : new double[] {1, 2, 3}) {
                long ns = (long) (second * 1e9);
                writer.attempt(0, Fate.FAILED, ns, ns, ns);
            }
            writer.station(0, 0, sample);
            writer.station(0, 1, sample);
            writer.advanceTo(SmallRun.MINUTE_NS);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        return Recording.read(temp);
    }
}
