package id.tenggat.policy;

import id.tenggat.policy.LimitGate.Sample;
import id.tenggat.scenario.ConcurrencyLimit.Gradient;
import id.tenggat.state.State;

/**
 * Moves with the ratio of the time that requests are inside in the long run to what it is now (after the second gradient
 * limit of Netflix, concurrency-limits):
 *
 * <pre>
 *   gradient = long / now, within ½ and 1
 *   limit   += ⅕ × (limit × gradient + queue − limit)
 * </pre>
 *
 * <p>Times are averaged over a span, and over at least ten requests, before the limit moves. What ended in vain counts as
 * far as the time that it was inside. A station that was never half full within the span keeps its limit.
 */
final class GradientLimit implements LimitGate.Limit {

    private static final double SMOOTHING = 0.2;
    private static final double STEEPEST = 0.5;
    private static final int FEWEST = 10;

    /** The long run is a mean at first, and then an exponential one that forgets as one of so many spans does. */
    private static final int LONG_SPANS = 600;

    /** After an overload the long run, that has grown with it, falls by this at each span until it is near again. */
    private static final double FALL = 0.9;

    private final Gradient settings;
    private double limit;
    private double longNs;
    private int spans;

    private long beganNs;
    private double sumNs;
    private int count;
    private int insideMost;

    GradientLimit(Gradient settings) {
        this.settings = settings;
        limit = settings.range().initial();
    }

    @Override
    public int now() {
        return (int) limit;
    }

    @Override
    public void learn(Sample sample) {
        sumNs += sample.insideNs();
        count++;
        insideMost = Math.max(insideMost, sample.inside());
        if (count >= FEWEST && sample.nowNs() - beganNs >= settings.every().toNanos()) {
            endSpan(Math.max(1, sumNs / count));
            beganNs = sample.nowNs();
            sumNs = 0;
            count = 0;
            insideMost = 0;
        }
    }

    private void endSpan(double meanNs) {
        spans = Math.min(spans + 1, (LONG_SPANS + 1) / 2);
        longNs += (meanNs - longNs) / spans;
        if (insideMost >= limit / 2) {
            double gradient = Math.max(STEEPEST, Math.min(1, longNs / meanNs));
            double aim = limit * gradient + settings.queue();
            limit = withinRange(limit + SMOOTHING * (aim - limit));
        }
        if (longNs > 2 * meanNs) {
            longNs *= FALL;
        }
    }

    private double withinRange(double value) {
        return Math.max(settings.range().least(), Math.min(settings.range().most(), value));
    }

    @Override
    public void carry(State state) {
        limit = state.of(limit);
        longNs = state.of(longNs);
        spans = state.of(spans);
        beganNs = state.of(beganNs);
        sumNs = state.of(sumNs);
        count = state.of(count);
        insideMost = state.of(insideMost);
    }
}
