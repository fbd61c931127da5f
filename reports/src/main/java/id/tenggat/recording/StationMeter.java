package id.tenggat.recording;

import id.tenggat.state.State;

/**
 * Measures one station, in either engine: integrals over time of its queue, its busy workers and its capacity, and counts
 * of what happened to requests. Not safe for use by several threads.
 */
public final class StationMeter {

    private long lastNs;
    private int queue;
    private int busy;
    private int capacity;

    private long entered;
    private long rejected;
    private long served;
    private long wasted;
    private long failed;
    private long queueMax;
    private long wastedNs;
    private final Integral queueNs = new Integral();
    private final Integral busyNs = new Integral();
    private final Integral capacityNs = new Integral();
    private final Mark queueAtCut = new Mark();
    private final Mark busyAtCut = new Mark();
    private final Mark capacityAtCut = new Mark();
    private final Mark busyAtLook = new Mark();
    private final Mark capacityAtLook = new Mark();

    /** An exact sum of products, 128 bits wide: it does not depend on where time was cut. */
    private static final class Integral {
        private long high;
        private long low;

        void add(long level, long elapsedNs) {
            long product = level * elapsedNs;
            low += product;
            high += Math.multiplyHigh(level, elapsedNs) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
        }

        void carry(State state) {
            high = state.of(high);
            low = state.of(low);
        }
    }

    /** Where an integral stood once, at 0 to begin with. */
    private static final class Mark {
        private long high;
        private long low;

        /** What has come since; from now on the mark is here. */
        double moveTo(Integral integral) {
            long lowDiff = integral.low - low;
            long highDiff = integral.high - high - (Long.compareUnsigned(integral.low, low) < 0 ? 1 : 0);
            high = integral.high;
            low = integral.low;
            return highDiff == 0 && lowDiff >= 0 ? (double) lowDiff : highDiff * 0x1.0p64 + unsigned(lowDiff);
        }

        void carry(State state) {
            high = state.of(high);
            low = state.of(low);
        }

        private static double unsigned(long bits) {
            return (double) (bits >>> 1) * 2 + (bits & 1);
        }
    }

    /** Begins at engine time 0 with this many workers able to work. */
    public StationMeter(int capacity) {
        this.capacity = capacity;
    }

    /** From now on so many requests wait and so many workers are busy. */
    public void level(long nowNs, int nowQueue, int nowBusy) {
        integrate(nowNs);
        queue = nowQueue;
        busy = nowBusy;
        queueMax = Math.max(queueMax, nowQueue);
    }

    /** From now on so many workers can work. */
    public void capacity(long nowNs, int workers) {
        integrate(nowNs);
        capacity = workers;
    }

    /** A request was admitted. */
    public void entered() {
        entered++;
    }

    /** A request was turned away at the door, or dropped when a worker would have taken it. */
    public void rejected() {
        rejected++;
    }

    /** A request was served to the end while its client was there. */
    public void served() {
        served++;
    }

    /** A request was served to the end for a client that had left, by a worker held for so long. */
    public void wasted(long heldNs) {
        wasted++;
        wastedNs = Math.addExact(wastedNs, heldNs);
    }

    /** A request broke. */
    public void failed() {
        failed++;
    }

    /** Busy of possible worker time since it was last asked; not a number if no worker could work. */
    public double utilisation(long nowNs) {
        integrate(nowNs);
        return busyAtLook.moveTo(busyNs) / capacityAtLook.moveTo(capacityNs);
    }

    /** What happened since the last cut; begins the next interval. */
    public StationSample cut(long nowNs) {
        integrate(nowNs);
        StationSample sample = new StationSample(
                entered,
                rejected,
                served,
                wasted,
                failed,
                queueMax,
                queueAtCut.moveTo(queueNs),
                busyAtCut.moveTo(busyNs),
                (double) wastedNs,
                capacityAtCut.moveTo(capacityNs));
        entered = rejected = served = wasted = failed = 0;
        queueMax = queue;
        wastedNs = 0;
        return sample;
    }

    /** Carries the open interval. */
    public void carry(State state) {
        lastNs = state.of(lastNs);
        queue = state.of(queue);
        busy = state.of(busy);
        capacity = state.of(capacity);
        entered = state.of(entered);
        rejected = state.of(rejected);
        served = state.of(served);
        wasted = state.of(wasted);
        failed = state.of(failed);
        queueMax = state.of(queueMax);
        wastedNs = state.of(wastedNs);
        queueNs.carry(state);
        busyNs.carry(state);
        capacityNs.carry(state);
        queueAtCut.carry(state);
        busyAtCut.carry(state);
        capacityAtCut.carry(state);
        busyAtLook.carry(state);
        capacityAtLook.carry(state);
    }

    private void integrate(long nowNs) {
        long elapsedNs = nowNs - lastNs;
        queueNs.add(queue, elapsedNs);
        busyNs.add(busy, elapsedNs);
        capacityNs.add(Math.max(capacity, busy), elapsedNs);
        lastNs = nowNs;
    }
}
