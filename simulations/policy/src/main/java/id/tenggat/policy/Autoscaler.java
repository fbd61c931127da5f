package id.tenggat.policy;

import id.tenggat.scenario.Autoscaling;
import id.tenggat.state.State;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a station's utilisation near a target by ordering workers, who are ready after a delay, and letting workers go
 * (target tracking, after the Horizontal Pod Autoscaler of Kubernetes: "Algorithm details" and "Stabilization window" of
 * its documentation; AWS Auto Scaling calls the delay the warm-up):
 *
 * <pre>
 *   desired = ⌈ready workers × utilisation / target⌉, within least and most
 *   up:   at once to the desired, ready after the delay
 *   down: at once to the highest desired of the last while
 * </pre>
 *
 * <p>Workers who are on their way count as ordered, and as idle: nobody is ordered twice. Where the ordered would come
 * within 10 % of the target nothing changes, and while those who are ready work above the target nobody who is on the way
 * is called off. Not safe for use by several threads.
 */
public final class Autoscaler {

    /** As the Horizontal Pod Autoscaler has it unless told otherwise. */
    private static final double TOLERANCE = 0.1;

    /** So that a product that is whole but for the last bit is not rounded up. */
    private static final double ROUNDING = 1e-9;

    /** Measures the station. */
    @FunctionalInterface
    public interface Meter {
        /** Busy worker time of the capacity since it was last asked, 0 to 1; not a number if nobody could work. */
        double utilisation(long nowNs);
    }

    /** So many workers, who will be ready at an engine time, or were desired then. */
    private record Batch(long ns, int workers) {

        private static final Batch NONE = new Batch(0, 0);

        Batch carried(State state) {
            return new Batch(state.of(ns), state.of(workers));
        }
    }

    private final Autoscaling settings;
    private final long everyNs;
    private final long delayNs;
    private final long downAfterNs;
    private final Deque<Batch> onTheWay = new ArrayDeque<>();
    /** The desires of the last while that are higher than all after them, the oldest first. */
    private final Deque<Batch> lately = new ArrayDeque<>();

    private int ready;
    private int ordered;
    private long lookNs;

    /**
     * Begins at engine time 0.
     *
     * @param workers who are ready then
     */
    public Autoscaler(Autoscaling settings, int workers) {
        this.settings = settings;
        everyNs = settings.every().toNanos();
        delayNs = settings.delay().toNanos();
        downAfterNs = settings.downAfter().toNanos();
        ready = workers;
        ordered = workers;
        lookNs = everyNs;
        lately.add(new Batch(0, workers));
    }

    /** Workers who are ready. */
    public int workers() {
        return ready;
    }

    /** When {@link #act} is due: engine time, later than the last time when it was called. */
    public long nextNs() {
        return onTheWay.isEmpty()
                ? lookNs
                : Math.min(lookNs, onTheWay.getFirst().ns());
    }

    /**
     * Does what is due: looks first, and then welcomes those who are ready, so that nobody is counted who could not have
     * worked yet.
     *
     * @param nowNs engine time: {@link #nextNs}, or later if the clock is a live one
     */
    public void act(long nowNs, Meter meter) {
        if (nowNs >= lookNs) {
            look(nowNs, meter.utilisation(nowNs));
            lookNs += ((nowNs - lookNs) / everyNs + 1) * everyNs;
        }
        while (!onTheWay.isEmpty() && onTheWay.getFirst().ns() <= nowNs) {
            ready += onTheWay.removeFirst().workers();
        }
    }

    private void look(long nowNs, double utilisation) {
        if (Double.isNaN(utilisation)) {
            return;
        }
        int desired = desired(utilisation);
        int highest = highestLately(nowNs, desired);
        if (desired > ordered) {
            onTheWay.add(new Batch(Math.addExact(nowNs, delayNs), desired - ordered));
            ordered = desired;
        } else if (highest < ordered) {
            letGo(ordered - highest);
        }
    }

    private int desired(double utilisation) {
        double needed = ready * utilisation / settings.target();
        boolean isNear = Math.abs(needed - ordered) <= TOLERANCE * ordered + ROUNDING;
        boolean isOverloaded = utilisation > settings.target() && needed < ordered;
        int desired = isNear || isOverloaded ? ordered : (int) Math.ceil(needed - ROUNDING);
        return Math.max(settings.least(), Math.min(settings.most(), desired));
    }

    private int highestLately(long nowNs, int desired) {
        while (!lately.isEmpty() && lately.getLast().workers() <= desired) {
            lately.removeLast();
        }
        lately.add(new Batch(nowNs, desired));
        while (lately.getFirst().ns() < nowNs - downAfterNs) {
            lately.removeFirst();
        }
        return lately.getFirst().workers();
    }

    /** Those who were ordered last go first. */
    private void letGo(int workers) {
        ordered -= workers;
        int left = workers;
        while (left > 0 && !onTheWay.isEmpty()) {
            Batch last = onTheWay.removeLast();
            int stay = Math.max(0, last.workers() - left);
            left -= last.workers() - stay;
            if (stay > 0) {
                onTheWay.add(new Batch(last.ns(), stay));
            }
        }
        ready -= left;
    }

    /** Carries what is kept. */
    public void carry(State state) {
        ready = state.of(ready);
        ordered = state.of(ordered);
        lookNs = state.of(lookNs);
        carry(state, onTheWay);
        carry(state, lately);
    }

    private static void carry(State state, Deque<Batch> batches) {
        Batch[] own = batches.toArray(Batch[]::new);
        int count = state.count(own.length, Long.BYTES + Integer.BYTES);
        batches.clear();
        for (int i = 0; i < count; i++) {
            batches.add((state.isReading() ? Batch.NONE : own[i]).carried(state));
        }
    }
}
