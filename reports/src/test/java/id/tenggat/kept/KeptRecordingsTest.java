package id.tenggat.kept;

import id.tenggat.recording.Provenance;
import id.tenggat.report.Judged;
import id.tenggat.scenario.Metric;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Row;
import id.tenggat.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every recording that was ever written can be read, and says what it said then. */
class KeptRecordingsTest {

    private static final List<String> OF_ALL = List.of(
            "host.json",
            "latency.hlog",
            "provenance.json",
            "regencies.csv",
            "scenario.yaml",
            "stations.csv",
            "steps.csv",
            "timeline.csv");

    @Test
    void oneOfEveryVersionIsKept() {
        assertThat(Kept.all().stream().map(Kept::formatVersion).distinct().sorted())
                .as("who raises the version of the format keeps a recording of it")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Provenance.FORMAT_VERSION)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "v1-simulated, 1, 80a541d0, audit.json",
        "v1-replayed, 1, b6a3cd75, audit.json injector.csv uncorrected.hlog",
        "v1-own-system, 1, e32df656, injector.csv uncorrected.hlog",
        "v2-simulated, 2, ab09d202, audit.json"
    })
    void isAsItWasWritten(String name, int version, String digest, String more) {
        Kept kept = Kept.named(name);
        assertThat(kept.formatVersion()).isEqualTo(version);
        assertThat(kept.files())
                .containsExactlyElementsOf(Stream.concat(OF_ALL.stream(), Stream.of(more.split(" ")))
                        .sorted()
                        .toList());
        assertThat(kept.digest()).as("a kept recording is never changed").isEqualTo(digest);
    }

    @Test
    void eachIsHeldToItsBytes() {
        assertThat(Kept.all())
                .extracting(Kept::name)
                .containsExactly("v1-own-system", "v1-replayed", "v1-simulated", "v2-simulated");
    }

    @ParameterizedTest
    @CsvSource({
        "v1-simulated, COMPLETED_BY_DEADLINE, , 0.4888888888888889",
        "v1-simulated, REGENCY_MIN_COMPLETED, , 0.4",
        "v1-simulated, LATENCY_P50, stamp-letter, 396.543e6",
        "v1-simulated, LATENCY_P99, sign-up, 20.575e6",
        "v1-simulated, LATENCY_MAX, stamp-letter, 599.039e6",
        "v1-simulated, REJECTED, , 0.45688960515713134",
        "v1-simulated, TIMED_OUT, , 0.032232070910556",
        "v1-simulated, FAILED, , 0",
        "v1-simulated, RETRY_AMPLIFICATION, , 1.7236111111111112",
        "v1-simulated, WASTED_WORK, , 0.48940450937846525",
        "v1-simulated, UTILISATION, portal, 0.034278018625",
        "v1-simulated, STAMPS_LOST, , 0",
        "v1-replayed, COMPLETED_BY_DEADLINE, , 0.016666666666666666",
        "v1-replayed, LATENCY_P50, sign-up, 445.695e6",
        "v1-replayed, LATENCY_P99, stamp-letter, 798.207e6",
        "v1-replayed, REJECTED, , 0.02254791431792559",
        "v1-replayed, TIMED_OUT, , 0.8726042841037204",
        "v1-replayed, RETRY_AMPLIFICATION, , 3.285185185185185",
        "v1-replayed, WASTED_WORK, , 0.7583402723107119",
        "v1-replayed, UTILISATION, portal, 0.042863580125",
        "v1-replayed, RECEIPTS_UNKNOWN, , 0",
        "v1-own-system, COMPLETED_BY_DEADLINE, , 0.40555555555555556",
        "v1-own-system, REGENCY_MIN_COMPLETED, , 0.3",
        "v1-own-system, LATENCY_P99, sign-up, 1435.647e6",
        "v1-own-system, LATENCY_P50, stamp-letter, 760.319e6",
        "v1-own-system, REJECTED, , 0.5110935023771791",
        "v1-own-system, RETRY_AMPLIFICATION, , 1.765034965034965",
        "v2-simulated, COMPLETED_BY_DEADLINE, , 0.4888888888888889",
        "v2-simulated, LATENCY_P99, stamp-letter, 599.039e6",
        "v2-simulated, RETRY_AMPLIFICATION, , 1.7236111111111112",
        "v2-simulated, UTILISATION, stamping, 1"
    })
    void itsNumbersAreWhatTheyWere(String name, Metric metric, String subject, double value) {
        Summary summary = Summary.of(Kept.named(name).read());
        assertThat(summary.value(metric, Optional.ofNullable(subject)).orElseThrow())
                .isCloseTo(value, within(1e-12 * value));
    }

    @ParameterizedTest
    @CsvSource({
        "v1-simulated, FAIL, MISSED UNDECIDED MISSED HOLDS MISSED HOLDS",
        "v1-replayed, FAIL, MISSED UNDECIDED MISSED HOLDS MISSED HOLDS",
        "v1-own-system, FAIL, MISSED UNDECIDED MISSED HOLDS NOT_JUDGED NOT_JUDGED",
        "v2-simulated, FAIL, HOLDS UNDECIDED MISSED NOT_JUDGED NOT_JUDGED NOT_JUDGED"
    })
    void itsVerdictIsWhatItWas(String name, Status status, String outcomes) {
        Judged judged = Judged.of(name, Kept.named(name).read());
        assertThat(judged.verdict().rows().stream().map(Row::outcome).map(Outcome::name))
                .containsExactly(outcomes.split(" "));
        assertThat(judged.verdict().status()).isEqualTo(status);
    }

    /** Of the last three it was known, but no baseline to hold it against. */
    @Test
    void whatItsObjectivesObservedIsWhatItWas() {
        Judged judged = Judged.of("v2", Kept.named("v2-simulated").read());
        assertThat(judged.verdict().rows())
                .extracting(row -> row.observed().orElseThrow())
                .containsExactly(0.4888888888888889, 599.039e6, 0.47959183673469385, 20.575e6, 0.5231884057971015, 0.0);
    }

    @Test
    void whatALiveRunMeasuredOfItselfIsRead() {
        assertThat(Kept.named("v1-replayed").read().injector()).hasSize(18);
        assertThat(Kept.named("v1-own-system").read().injector()).hasSize(13);
    }
}
