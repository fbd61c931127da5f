package id.tenggat.verdict;

import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Limits;
import id.tenggat.recording.Provenance.Part;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Slice.Window;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class JudgeTest {

    private static final Part WHOLE = new Part("whole", true, 1, List.of());
    private static final Part SLICED = new Part("last 2h", false, 1, List.of());
    private static final Optional<Window> LAST_MINUTES = Optional.of(new Window.Last(Duration.ofMinutes(2)));
    private static final Limits LIMITS = new Limits(50_000_000);

    @TempDir
    Path temp;

    private Recording recording;

    @BeforeEach
    void read() {
        SmallRun.write(temp.resolve("run"));
        recording = Recording.read(temp.resolve("run"));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 0.5, HOLDS, 0",
        "AT_LEAST, 0.51, MISSED, -0.01",
        "ABOVE, 0.49, HOLDS, 0.01",
        "ABOVE, 0.5, MISSED, 0",
        "AT_MOST, 0.5, HOLDS, 0",
        "AT_MOST, 0.4, MISSED, -0.1",
        "BELOW, 0.6, HOLDS, 0.1",
        "BELOW, 0.5, MISSED, 0",
        "EQUAL, 0.5, HOLDS, 0",
        "EQUAL, 0.4, MISSED, -0.1"
    })
    void comparesWhatWasObservedWithTheBound(Comparison comparison, double bound, Outcome outcome, double margin) {
        Row row = judge(WHOLE, lowest(comparison, bound)).rows().get(0);
        assertThat(row.observed().orElseThrow()).isEqualTo(0.5);
        assertThat(row.outcome()).isEqualTo(outcome);
        assertThat(row.margin().orElseThrow()).isCloseTo(margin, within(1e-9));
    }

    /** Three of five: between 14.7 % and 94.7 % of as many as one likes. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 0.14, HOLDS",
        "AT_LEAST, 0.5, UNDECIDED",
        "AT_LEAST, 0.8, UNDECIDED",
        "AT_LEAST, 0.95, MISSED",
        "AT_LEAST, 1, MISSED",
        "BELOW, 0.95, HOLDS",
        "EQUAL, 0.6, HOLDS",
        "EQUAL, 0.5, MISSED"
    })
    void fiveApplicantsTellLittle(Comparison comparison, double bound, Outcome outcome) {
        Row row = judge(WHOLE, completed(comparison, bound)).rows().get(0);
        assertThat(row.outcome()).isEqualTo(outcome);
        assertThat(row.finding().certainty().basis()).isEqualTo(Basis.EXACT);
        assertThat(row.finding().interval().orElseThrow().low()).isCloseTo(0.1466, within(1e-4));
    }

    @Test
    void noneOfTwoIsNotLessThanOnePercent() {
        Objective late = new Objective(
                "timed out < 1%", Metric.TIMED_OUT, Optional.empty(), new Bound(Comparison.BELOW, 0.01), LAST_MINUTES);
        Verdict verdict = judge(WHOLE, late);
        assertThat(verdict.rows().get(0).observed()).hasValue(0);
        assertThat(verdict.status()).isEqualTo(Status.INVALID);
        assertThat(verdict.undecided())
                .containsExactly("timed out < 1%; too few cases: measure for longer, or several times");
    }

    @Test
    void aQuantileOfThreeRequestsHasNoUpperEnd() {
        Objective p99 =
                new Objective("stamp p99 < 1h", Metric.LATENCY_P99, Optional.of("stamp"), Comparison.BELOW, 3.6e12);
        Row row = judge(WHOLE, p99).rows().get(0);
        assertThat(row.interval().orElseThrow().isBounded()).isFalse();
        assertThat(row.outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aCensusAndAnExtremeAreJudgedByTheirValue() {
        Objective lost = new Objective("stamps lost == 0", Metric.STAMPS_LOST, Optional.empty(), Comparison.EQUAL, 0);
        Objective slowest =
                new Objective("stamp max < 5s", Metric.LATENCY_MAX, Optional.of("stamp"), Comparison.BELOW, 5e9);
        assertThat(judge(WHOLE, lost, slowest, lowest(Comparison.AT_LEAST, 0.5)).rows())
                .extracting(row -> row.finding().certainty().basis(), Row::outcome, Row::interval)
                .containsExactly(
                        tuple(Basis.CENSUS, Outcome.HOLDS, Optional.empty()),
                        tuple(Basis.EXTREME, Outcome.HOLDS, Optional.empty()),
                        tuple(Basis.EXTREME, Outcome.HOLDS, Optional.empty()));
    }

    @Test
    void passesIfAllHoldAndFailsIfOneIsMissed() {
        Objective good = lowest(Comparison.AT_LEAST, 0.5);
        Objective bad = lowest(Comparison.AT_LEAST, 0.9);
        assertThat(judge(WHOLE, good).status()).isEqualTo(Status.PASS);
        assertThat(judge(WHOLE, good, bad).status()).isEqualTo(Status.FAIL);
        assertThat(judge(WHOLE).status()).isEqualTo(Status.PASS);
    }

    @Test
    void missesAMetricWithoutData() {
        Objective nothing =
                new Objective("pay p99 < 5s", Metric.LATENCY_P99, Optional.of("pay"), Comparison.BELOW, 5e9);
        Verdict verdict = judge(WHOLE, nothing);
        assertThat(verdict.status()).isEqualTo(Status.FAIL);
        assertThat(verdict.rows().get(0).note()).isEqualTo("no data");
        assertThat(verdict.rows().get(0).margin()).isEmpty();
    }

    @Test
    void doesNotJudgeTheDeadlineOnASlice() {
        Objective stamps = new Objective("stamps lost == 0", Metric.STAMPS_LOST, Optional.empty(), Comparison.EQUAL, 0);
        Verdict verdict = judge(SLICED, completed(Comparison.AT_LEAST, 0.9), stamps);
        assertThat(verdict.status()).isEqualTo(Status.PASS);
        assertThat(verdict.rows()).extracting(Row::outcome).containsExactly(Outcome.NOT_JUDGED, Outcome.HOLDS);
        assertThat(verdict.rows().get(0).note()).isEqualTo("a slice can't tell");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 50000000, 'the run was never finished: it still goes on, or its process was killed'",
        "INTERRUPTED, 50000000, the run was interrupted before its end",
        "COMPLETE, 9000000, 'attempts were sent too late: p99 of sent - due is 10.01ms, the limit 9ms'"
    })
    void isInvalidWhateverTheObjectivesSay(RunStatus status, long slipLimitNs, String reason) {
        Objective bad = lowest(Comparison.AT_LEAST, 0.9);
        Provenance provenance = provenance(status, WHOLE, new Limits(slipLimitNs), List.of(), bad);
        Verdict verdict = judged(provenance, recording);
        assertThat(verdict.status()).isEqualTo(Status.INVALID);
        assertThat(verdict.doubts()).containsExactly(reason);
        assertThat(verdict.rows().get(0).outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void isInvalidIfTheEngineSaysSo() {
        Provenance provenance = provenance(RunStatus.COMPLETE, WHOLE, LIMITS, List.of("ran out of ports"));
        Verdict verdict = judged(provenance, recording);
        assertThat(verdict.status()).isEqualTo(Status.INVALID);
        assertThat(verdict.doubts()).containsExactly("ran out of ports");
    }

    @Test
    void isInvalidWithoutAnyAttempt() {
        Path empty = temp.resolve("empty");
        try (RecordingWriter writer = SmallRun.writer(empty, SmallScenario.whole())) {
            writer.finish(new Audit(0, 0, 0, 0, 0), RunStatus.INTERRUPTED, List.of());
        }
        Provenance provenance = provenance(RunStatus.COMPLETE, WHOLE, LIMITS, List.of());
        Verdict verdict = judged(provenance, Recording.read(empty));
        assertThat(verdict.doubts()).containsExactly("no attempt was sent at all");
    }

    @Test
    void exitStatusesAreThoseThatPipelinesKnow() {
        assertThat(Status.values()).extracting(Status::exitStatus).containsExactly(0, 1, 3);
    }

    @Test
    void isUndecidedWhereTheRunsOwnUpsAndDownsDecide() {
        NationRun.write(temp.resolve("nation"), NationScenario.whole(), "simulator", 0);
        Recording nation = Recording.read(temp.resolve("nation"));
        Row known = judged(of(nation, amplification(100)), nation).rows().get(0);
        Interval interval = known.finding().interval().orElseThrow();
        double observed = known.observed().orElseThrow();
        assertThat(interval.low()).isLessThan(observed);
        assertThat(interval.high()).isGreaterThan(observed);

        Objective near = amplification((observed + interval.high()) / 2);
        Verdict verdict = judged(of(nation, near), nation);
        assertThat(verdict.status()).isEqualTo(Status.INVALID);
        assertThat(verdict.rows()).extracting(Row::outcome).containsExactly(Outcome.UNDECIDED);
        assertThat(verdict.doubts()).isEmpty();
        assertThat(verdict.undecided())
                .containsExactly("few retries; chance may have decided: measure for longer, or several times");
        assertThat(judged(of(nation, near, amplification(0.5)), nation).status())
                .as("what is surely missed fails, whatever else is undecided")
                .isEqualTo(Status.FAIL);
    }

    private static Objective amplification(double bound) {
        return new Objective("few retries", Metric.RETRY_AMPLIFICATION, Optional.empty(), Comparison.BELOW, bound);
    }

    private static Provenance of(Recording recording, Objective... objectives) {
        Provenance made = recording.provenance();
        return new Provenance(
                made.engine(),
                made.status(),
                List.of(),
                made.subject(),
                made.part(),
                made.axis(),
                made.due(),
                made.steps(),
                made.stations(),
                List.of(objectives),
                made.limits(),
                made.extent());
    }

    @ParameterizedTest
    @CsvSource({
        "PT2M, BELOW, 5e9, UNDECIDED, 4.001791e9",
        "PT1H, BELOW, 5e9, NOT_JUDGED, 0",
        "PT1M, BELOW, 5e9, MISSED, 0"
    })
    void judgesAWindowByItsOwnIntervals(
            Duration last, Comparison comparison, double bound, Outcome outcome, double observed) {
        Objective objective = new Objective(
                "stamp p99",
                Metric.LATENCY_P99,
                Optional.of("stamp"),
                new Bound(comparison, bound),
                Optional.of(new Window.Last(last)));
        Row row = judge(WHOLE, objective).rows().get(0);
        assertThat(row.outcome()).isEqualTo(outcome);
        assertThat(row.observed().orElse(0)).isEqualTo(observed);
        assertThat(row.note())
                .isEqualTo(
                        switch (outcome) {
                            case NOT_JUDGED -> "the run does not hold all of this window";
                            case MISSED -> "no data";
                            default -> "";
                        });
    }

    private static Objective lowest(Comparison comparison, double bound) {
        return new Objective(
                "regency min completed", Metric.REGENCY_MIN_COMPLETED, Optional.empty(), comparison, bound);
    }

    private static Objective completed(Comparison comparison, double bound) {
        return new Objective(
                "completed by deadline", Metric.COMPLETED_BY_DEADLINE, Optional.empty(), comparison, bound);
    }

    private Verdict judge(Part part, Objective... objectives) {
        Provenance provenance = provenance(RunStatus.COMPLETE, part, LIMITS, List.of(), objectives);
        return judged(provenance, recording);
    }

    private static Verdict judged(Provenance provenance, Recording made) {
        Recording told = new Recording(
                made.directory(),
                provenance,
                made.host(),
                made.scenarioText(),
                made.timeline(),
                made.steps(),
                made.stations(),
                made.regencies(),
                made.audit(),
                made.latencies(),
                made.injector());
        return Judge.judge(told, Summary.of(made));
    }

    private Provenance provenance(
            RunStatus status, Part part, Limits limits, List<String> reasons, Objective... objectives) {
        Provenance made = recording.provenance();
        return new Provenance(
                made.engine(),
                status,
                reasons,
                made.subject(),
                part,
                made.axis(),
                made.due(),
                made.steps(),
                made.stations(),
                List.of(objectives),
                limits,
                made.extent());
    }
}
