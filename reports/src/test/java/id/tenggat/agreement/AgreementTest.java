package id.tenggat.agreement;

import id.tenggat.agreement.Parting.Sign;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Step;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import static id.tenggat.agreement.ThousandSignUps.asTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class AgreementTest {

    @TempDir
    private Path temp = Path.of("");

    private record Case(ThousandSignUps second, String outside) {}

    private static Case of(String outside, ThousandSignUps second) {
        return new Case(second, outside);
    }

    static Stream<Case> justWithinAndJustOutside() {
        return Stream.of(
                of("", asTold()),
                of("", asTold().slower(1.09, 0)),
                of("", asTold().slower(0.91, 0)),
                of("sign-up P50, sign-up P95", asTold().slower(1.11, 0)),
                of("sign-up P50, sign-up P95", asTold().slower(0.89, 0)),
                of("sign-up P50, sign-up P95, sign-up P99", asTold().slower(1.16, 0)),
                of("", asTold().without(29)),
                of("GOODPUT", asTold().without(31)),
                of("", asTold().and(9, Fate.TIMED_OUT, 2)),
                of("TIMED_OUT", asTold().and(11, Fate.TIMED_OUT, 2)),
                of("", asTold().and(9, Fate.REJECTED, 2)),
                of("REJECTED", asTold().and(29, Fate.REJECTED, 2)),
                of("RETRY_AMPLIFICATION, REJECTED", asTold().and(31, Fate.REJECTED, 2)),
                of("", asTold().and(9, Fate.FAILED, 2)),
                of("FAILED", asTold().and(11, Fate.FAILED, 2)),
                of("", asTold().completing(485)),
                of("COMPLETION", asTold().completing(475)),
                of("COMPLETION", asTold().completing(525)));
    }

    @ParameterizedTest
    @MethodSource("justWithinAndJustOutside")
    void everyMeasureIsHeldToItsTolerance(Case one) {
        Agreement agreement =
                Agreement.of(asTold().in(temp.resolve("first")), one.second().in(temp.resolve("second")));
        assertThat(agreement.rows().stream()
                        .filter(row -> row.likeness() == Likeness.OUTSIDE)
                        .map(AgreementTest::name))
                .containsExactly(Stream.of(one.outside().split(", "))
                        .filter(name -> !name.isEmpty())
                        .toArray(String[]::new));
        assertThat(agreement.status()).isEqualTo(one.outside().isEmpty() ? Status.PASS : Status.FAIL);
        assertThat(agreement.parting().isPresent()).isEqualTo(!one.outside().isEmpty());
    }

    private static String name(Compared row) {
        return row.step().map(step -> step + " ").orElse("") + row.measure();
    }

    private Agreement against(ThousandSignUps second) {
        return Agreement.of(asTold().in(temp.resolve("first")), second.in(temp.resolve("second")));
    }

    @Test
    void aCallMayCostThreeMilliseconds() {
        assertThat(latency(13e6).likeness()).isEqualTo(Likeness.WITHIN);
        assertThat(latency(13.1e6).likeness()).isEqualTo(Likeness.OUTSIDE);
    }

    private static Compared latency(double secondNs) {
        return Compared.of(Measure.P50, Optional.of("pay"), OptionalDouble.of(10e6), OptionalDouble.of(secondNs));
    }

    @Test
    void tooFewAttemptsTellNoQuantile() {
        Agreement agreement = against(asTold().without(1));
        assertThat(agreement.rows())
                .filteredOn(row -> row.step().filter("sign-up"::equals).isPresent())
                .extracting(Compared::measure, Compared::likeness, Compared::note)
                .containsExactly(
                        tuple(Measure.P50, Likeness.WITHIN, ""),
                        tuple(Measure.P95, Likeness.WITHIN, ""),
                        tuple(Measure.P99, Likeness.NOT_JUDGED, "999 served, it takes 1,000"));
    }

    @Test
    void theyPartWhereFatesLieApartFirst() {
        Agreement agreement = against(asTold().and(60, Fate.REJECTED, 2).slower(1.2, 3));
        assertThat(agreement.parting())
                .contains(new Parting("stamp", Instant.parse("2024-09-06T16:58:00Z"), Sign.REJECTED, 0, 60));
    }

    @Test
    void theyPartWhereTheMedianLiesOutsideThreeTimes() {
        Parting parting = against(asTold().slower(2, 1)).parting().orElseThrow();
        assertThat(parting.step()).isEqualTo("sign-up");
        assertThat(parting.sign()).isEqualTo(Sign.P50);
        assertThat(parting.at()).isEqualTo(Instant.parse("2024-09-06T16:59:00Z"));
        assertThat(parting.second() / parting.first()).isBetween(1.99, 2.01);
    }

    @Test
    void whatDisagreesOnlyInTheEndHasAPartingToo() {
        Parting parting = against(asTold().slower(1.5, 4)).parting().orElseThrow();
        assertThat(parting.step()).isEqualTo("sign-up");
        assertThat(parting.at()).isEqualTo(Instant.parse("2024-09-06T17:00:00Z"));
    }

    @Test
    void whoeverIsNotToBeTrustedAgreesWithNobody() {
        Recording first = asTold().in(temp.resolve("first"));
        Recording second = asTold().in(temp.resolve("second"), RunStatus.INTERRUPTED);
        Agreement agreement = Agreement.of(first, second);
        assertThat(agreement.status()).isEqualTo(Status.INVALID);
        assertThat(agreement.invalidReasons()).containsExactly("[2] the run was interrupted before its end");
    }

    @Test
    void otherStepsCantBeCompared() {
        Recording first = asTold().in(temp.resolve("first"));
        Recording second = withSteps(first, List.of(new Step("sign-up", 0), new Step("print", 1)));
        assertThat(Agreement.obstacle(first, first)).isEmpty();
        assertThat(Agreement.obstacle(first, second).orElseThrow())
                .contains("sign-up, stamp")
                .contains("sign-up, print");
        assertThatThrownBy(() -> Agreement.of(first, second)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Recording withSteps(Recording recording, List<Step> steps) {
        Provenance told = recording.provenance();
        Provenance provenance = new Provenance(
                told.engine(),
                told.status(),
                told.invalidReasons(),
                told.subject(),
                told.part(),
                told.axis(),
                told.due(),
                steps,
                told.stations(),
                told.objectives(),
                told.limits(),
                told.extent());
        return ThousandSignUps.of(recording, provenance, recording.timeline());
    }
}
