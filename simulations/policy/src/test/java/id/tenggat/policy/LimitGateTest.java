package id.tenggat.policy;

import id.tenggat.policy.Gate.Exit;
import id.tenggat.policy.LimitGate.Sample;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LimitGateTest {

    private static final long MS = 1_000_000;
    private static final Range RANGE = new Range(4, 10, 12);

    private final AimdLimit aimd = new AimdLimit(new ConcurrencyLimit.Aimd(RANGE, Duration.ofMillis(100), 0.9));
    private final GradientLimit gradient =
            new GradientLimit(new ConcurrencyLimit.Gradient(new Range(4, 20, 200), 4, Duration.ofSeconds(1)));

    @Test
    void asManyMayBeInsideAsTheLimitSays() {
        Gate gate = Gate.of(new ConcurrencyLimit.Aimd(new Range(1, 2, 2), Duration.ofMillis(100), 0.5));
        assertThat(List.of(gate.admits(0), gate.admits(0), gate.admits(0))).containsExactly(true, true, false);
        gate.leaves(MS, MS, Exit.SERVED);
        assertThat(List.of(gate.admits(MS), gate.admits(MS))).containsExactly(true, false);
        gate.leaves(2 * MS, MS, Exit.IN_VAIN);
        assertThat(gate.admits(2 * MS))
                .as("the limit is 1 now, and one is inside")
                .isFalse();
        gate.leaves(3 * MS, MS, Exit.IN_VAIN);
        assertThat(gate.admits(3 * MS)).as("it is never less than its least").isTrue();
    }

    @Test
    void aimdGoesUpByOneAndDownByItsFactorWithinItsRange() {
        assertThat(after(Exit.SERVED, 100)).as("half of the limit is used").isEqualTo(11);
        assertThat(after(Exit.SERVED, 100)).isEqualTo(11);
        assertThat(learnt(6, Exit.SERVED, 100)).isEqualTo(12);
        assertThat(learnt(12, Exit.SERVED, 100)).as("no more than its most").isEqualTo(12);
        assertThat(learnt(12, Exit.IN_VAIN, 1)).as("12 × 0.9").isEqualTo(10);
        assertThat(learnt(12, Exit.SERVED, 101)).as("too slow").isEqualTo(9);
        assertThat(learnt(1, Exit.IN_VAIN, 1)).as("at least one less").isEqualTo(8);
        for (int i = 0; i < 10; i++) {
            learnt(1, Exit.IN_VAIN, 1);
        }
        assertThat(aimd.now()).as("no less than its least").isEqualTo(4);
    }

    private int after(Exit exit, long insideMs) {
        return learnt(5, exit, insideMs);
    }

    private int learnt(int inside, Exit exit, long insideMs) {
        aimd.learn(new Sample(0, insideMs * MS, inside, exit));
        return aimd.now();
    }

    /** 20 + ⅕ × 4 each span: 20.8, 21.6, 22.4, 23.2. */
    @Test
    void whereTimesStayTheGradientLimitGrowsByAFifthOfItsQueueEachSpan() {
        assertThat(limits(10, 10, 10, 10)).containsExactly(20, 21, 22, 23);
    }

    /**
     * Means 10, 10 and 40 ms: the long run is 10, 10 and 20 ms, the gradient ½, so 21.6 becomes 21.6 + ⅕ × (14.8 − 21.6) =
     * 20.24; then 40 ms again: 25 ms in the long run, gradient 0.625, 20.24 + ⅕ × (16.65 − 20.24) = 19.522.
     */
    @Test
    void whereTimesGrowTheGradientLimitFalls() {
        assertThat(limits(10, 10, 40, 40)).containsExactly(20, 21, 20, 19);
    }

    @Test
    void aGradientLimitThatIsNotHalfUsedStays() {
        List<Integer> limits = new ArrayList<>();
        for (int span = 1; span <= 3; span++) {
            limits.add(endOfSpan(span, 10, 9));
        }
        assertThat(limits).containsExactly(20, 20, 20);
    }

    private List<Integer> limits(long... meansMs) {
        List<Integer> limits = new ArrayList<>();
        for (int i = 0; i < meansMs.length; i++) {
            limits.add(endOfSpan(i + 1, meansMs[i], 20));
        }
        return limits;
    }

    /** Twelve requests of one mean; the tenth and later would do, but only the last comes after the span's end. */
    private int endOfSpan(int second, long meanMs, int inside) {
        for (int i = 1; i <= 12; i++) {
            long nowMs = i == 12 ? second * 1000L : second * 1000L - 500;
            gradient.learn(new Sample(nowMs * MS, (meanMs + (i % 2 == 0 ? 1 : -1)) * MS, inside, Exit.SERVED));
        }
        return gradient.now();
    }
}
