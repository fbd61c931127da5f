package id.tenggat.summary;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Metric;
import id.tenggat.summary.FirstSign.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Numbers worked out by hand from the drawing of {@link SmallRun}. */
class SummaryTest {

    @TempDir
    Path temp;

    private Summary small() {
        SmallRun.write(temp);
        return Summary.of(Recording.read(temp));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED_BY_DEADLINE, , 0.6",
        "REGENCY_MIN_COMPLETED, , 0.5",
        "LATENCY_P50, sign-up, 0.3e9",
        "LATENCY_P95, sign-up, 0.5e9",
        "LATENCY_P99, stamp, 4e9",
        "LATENCY_P999, stamp, 4e9",
        "LATENCY_MAX, stamp, 4e9",
        "REJECTED, , 0.0909090909",
        "TIMED_OUT, , 0.0909090909",
        "FAILED, , 0.0909090909",
        "RETRY_AMPLIFICATION, , 1.2222222222",
        "WASTED_WORK, , 0.25",
        "UTILISATION, registration, 0.5",
        "UTILISATION, stamping, 0.97",
        "STAMPS_LOST, , 0",
        "STAMPS_DUPLICATED, , 0",
        "PAID_WITHOUT_QUOTA, , 0",
        "QUOTA_LOST, , 0",
        "STAMPS_UNSIGNED, , 0",
        "SUBMITTED_WITHOUT_STAMPS, , 0",
        "RECEIPTS_UNKNOWN, , 0"
    })
    void everyMetricIsAsWorkedOutByHand(Metric metric, String subject, double value) {
        assertThat(small().value(metric, Optional.ofNullable(subject)).orElseThrow())
                .isCloseTo(value, within(value * 0.001));
    }

    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"COMPLETED_BY_DEADLINE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noMetricHasAValueWithoutData(Metric metric) {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.finish(new Audit(0, 0, 0, 0, 0), RunStatus.INTERRUPTED, List.of());
        }
        Summary nothing = Summary.of(Recording.read(temp));
        for (String subject : List.of("sign-up", "stamp", "registration", "stamping", "unknown")) {
            assertThat(nothing.value(metric, Optional.of(subject))).isEmpty();
        }
    }

    @Test
    void peaksAreOfTheBusiestInterval() {
        Traffic traffic = small().traffic();
        Instant secondMinute = Instant.parse("2024-09-06T16:56:00Z");
        assertThat(traffic.peakSentPerSecond()).contains(new Peak(4 / 60.0, 1, secondMinute));
        assertThat(traffic.peakServedPerSecond()).contains(new Peak(3 / 60.0, 1, secondMinute));
        assertThat(traffic.peakArrivalsPerSecond().orElseThrow().interval()).isZero();
    }

    @Test
    void aStationIsSummedUpWithItsPeaks() {
        StationSummary stamping = small().stations().get(1);
        assertThat(stamping.entered()).isEqualTo(15);
        assertThat(stamping.wasted()).isEqualTo(5);
        assertThat(stamping.longestQueue()).contains(new Peak(4, 4, Instant.parse("2024-09-06T16:59:00Z")));
        assertThat(stamping.peakUtilisation().orElseThrow().interval()).isEqualTo(3);
    }

    @Test
    void whatBreaksFirstIsTheEarliestSign() {
        assertThat(small().signs())
                .extracting(sign -> sign.station().name(), FirstSign::interval, FirstSign::sign)
                .containsExactly(tuple("registration", 1, Sign.REJECTS), tuple("stamping", 3, Sign.QUEUE_FULL));
    }

    @Test
    void regenciesWithNobodyAreLeftOut() {
        assertThat(small().completion().regencies())
                .extracting(share -> share.regency().code())
                .containsExactly("91.05", "11.01");
    }
}
