package id.tenggat.statistics;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClusteredCasesTest {

    private static final double CONFIDENCE = 0.95;

    /** Twenty clusters of as many trials, and some cases in each of the first. */
    private static ClusteredCases of(double trials, double... cases) {
        double[] all = new double[20];
        Arrays.fill(all, trials);
        return new ClusteredCases(Arrays.copyOf(cases, 20), all, 20 * trials);
    }

    @Test
    void noneOfThirtyMayBeOneOfNine() {
        ClusteredCases none = of(1.5);
        assertThat(none.worth()).isEqualTo(30);
        assertThat(none.share(CONFIDENCE)).isEqualTo(new Proportion(0, 30).interval(CONFIDENCE));
        assertThat(none.share(CONFIDENCE).high()).isCloseTo(1 - Math.pow(0.025, 1 / 30.0), within(1e-12));
    }

    /** So a p99 of fewer values has no upper end: more than 1 % may lie beyond the largest. */
    @Test
    void noneBeyondTheLargestOf368IsLessThanOnePercent() {
        assertThat(of(367 / 20.0).share(CONFIDENCE).high()).isGreaterThan(0.01);
        assertThat(of(368 / 20.0).share(CONFIDENCE).high()).isLessThan(0.01);
    }

    @Test
    void whatComesEvenlyIsAsIfIndependent() {
        ClusteredCases even = of(100, 1, 0, 1, 0, 0, 1, 0, 0, 1);
        assertThat(even.worth()).isEqualTo(2_000);
        assertThat(even.share(CONFIDENCE)).isEqualTo(new Proportion(4, 2_000).interval(CONFIDENCE));
    }

    @Test
    void whatComesTogetherIsOneCase() {
        ClusteredCases together = of(100, 0, 8);
        assertThat(together.worth()).as("eight at once are worth one").isCloseTo(2_000 / 8.0, within(2.0));
        assertThat(together.share(CONFIDENCE).high())
                .isGreaterThan(
                        2 * of(100, 1, 1, 1, 1, 1, 1, 1, 1).share(CONFIDENCE).high());
    }

    @Test
    void requestsOfOneApplicantAreOneTrial() {
        double[] requests = {800, 800, 800, 800, 640};
        ClusteredCases none = new ClusteredCases(new double[5], requests, 480);
        assertThat(none.worth()).isEqualTo(480);
        assertThat(none.share(CONFIDENCE)).isEqualTo(new Proportion(0, 480).interval(CONFIDENCE));
    }

    @Test
    void fewClustersTellLittleOfHowTheyDiffer() {
        double[] trials = {1_000, 1_000, 1_000};
        ClusteredCases three = new ClusteredCases(new double[] {100, 100, 100}, trials, 3_000);
        assertThat(three.worth()).isCloseTo(3_000 * 0.1026 / 2, within(1.0));
        ClusteredCases one = new ClusteredCases(new double[] {100}, new double[] {1_000}, 1_000);
        assertThat(one.share(CONFIDENCE)).isEqualTo(new Interval(0, 1));
        assertThat(one.rate(CONFIDENCE).isBounded()).isFalse();
    }

    @Test
    void aRateMayBeAboveOne() {
        assertThat(of(1).rate(CONFIDENCE).high()).as("the rule of three").isCloseTo(3.689 / 20, within(1e-3));
        assertThat(of(1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)
                        .rate(CONFIDENCE)
                        .contains(2))
                .isTrue();
    }

    /** In each of 20 intervals 24 applicants make eight requests; one applicant in 250 is unlucky, and every second request fails. */
    @Test
    void holdsTheTruthOfUnluckyApplicants() {
        Random random = new Random(584);
        int held = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            double[] cases = new double[20];
            for (int applicant = 0; applicant < 480; applicant++) {
                if (random.nextDouble() < 0.004) {
                    cases[applicant / 24] += random.ints(8, 0, 2).sum();
                }
            }
            double[] requests = new double[20];
            Arrays.fill(requests, 24 * 8);
            held += new ClusteredCases(cases, requests, 480).share(CONFIDENCE).contains(0.002) ? 1 : 0;
        }
        assertThat(held).as("of 1,000").isBetween(940, 1_000);
    }
}
