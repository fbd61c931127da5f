package id.tenggat.benchmarks;

import id.tenggat.benchmarks.delay.DelayScript;
import id.tenggat.benchmarks.delay.DelayServer;
import id.tenggat.benchmarks.delay.ExactTimes;
import id.tenggat.benchmarks.measure.Quantiles;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.replay.Cadence;
import id.tenggat.replay.CadencePlay;
import id.tenggat.replay.CadencePlay.Played;
import id.tenggat.replay.Charts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurementTest {

    /** Ten users call twenty times a second for two seconds; one second of it is frozen. */
    private static final Cadence CADENCE = Cadence.lasting(Duration.ofSeconds(2), 10, Duration.ofMillis(50));

    private static final DelayScript FROZEN =
            DelayScript.frozen(Duration.ofMillis(1), Duration.ofMillis(500), Duration.ofSeconds(1));

    @TempDir
    private Path folder = Path.of("");

    /**
     * The server keeps to the plan's own clock, on which a late machine can only make answers later: no figure from due may be
     * below the exact one, however slow the machine is, and those that do not count from due are below it, unless one call in
     * ten takes half a second longer than it should.
     */
    @Test
    void quantilesFromDueHoldAFreezeThatTheOthersMiss() throws IOException {
        Quantiles exact = Quantiles.ofNs(ExactTimes.of(CADENCE, FROZEN).fromDueNs());
        GatlingReport.showOurPercentiles();
        try (DelayServer server = new DelayServer(FROZEN)) {
            Played played = new CadencePlay(MeasurementTruth.nobody(), folder)
                    .play(CADENCE, server.url(), Charts.KEPT, server::beginAt);
            Quantiles ours = MeasurementTruth.ours(played.recording(), LatencyLog.tag("serve", Fate.SERVED));
            assertThat(ours.count()).isEqualTo(exact.count());
            assertThat(ours.p50Ms()).isGreaterThanOrEqualTo(exact.p50Ms());
            assertThat(ours.p90Ms()).isGreaterThanOrEqualTo(exact.p90Ms());
            assertThat(ours.p99Ms()).isGreaterThanOrEqualTo(exact.p99Ms());
            assertThat(ours.maxMs()).isGreaterThanOrEqualTo(exact.maxMs());
            assertThat(MeasurementTruth.ours(played.recording(), LatencyLog.uncorrectedTag("serve"))
                            .p90Ms())
                    .isLessThan(exact.p90Ms());
            Quantiles gatling = GatlingReport.quantiles(played.charts().orElseThrow());
            assertThat(gatling.count()).isEqualTo(exact.count());
            assertThat(gatling.p90Ms()).isLessThan(exact.p90Ms());
            assertThat(Quantiles.ofNs(server.tookNs()).p90Ms()).isLessThan(exact.p90Ms());
        }
    }

    /** One user, a call every 10 ms, each takes 1 ms, no answer from 25 to 55 ms: the calls of 30 to 50 ms wait for it. */
    @Test
    void exactTimesAreThoseOfTheArithmetic() {
        ExactTimes exact = ExactTimes.of(
                new Cadence(1, Duration.ofMillis(10), 7),
                DelayScript.frozen(Duration.ofMillis(1), Duration.ofMillis(25), Duration.ofMillis(30)));
        assertThat(exact.fromDueNs())
                .containsExactly(1_000_000, 1_000_000, 1_000_000, 25_000_000, 16_000_000, 7_000_000, 1_000_000);
        assertThat(exact.fromSentNs())
                .containsExactly(1_000_000, 1_000_000, 1_000_000, 25_000_000, 1_000_000, 1_000_000, 1_000_000);
    }
}
