package id.tenggat.recording;

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
    private double queueNs;
    private double busyNs;
    private double wastedNs;
    private double capacityNs;

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

    /** A request was turned away. */
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
        wastedNs += heldNs;
    }

    /** A request broke. */
    public void failed() {
        failed++;
    }

    /** What happened since the last cut; begins the next interval. */
    public StationSample cut(long nowNs) {
        integrate(nowNs);
        StationSample sample = new StationSample(
                entered, rejected, served, wasted, failed, queueMax, queueNs, busyNs, wastedNs, capacityNs);
        entered = rejected = served = wasted = failed = 0;
        queueMax = queue;
        queueNs = busyNs = wastedNs = capacityNs = 0;
        return sample;
    }

    private void integrate(long nowNs) {
        double elapsed = (double) (nowNs - lastNs);
        queueNs += queue * elapsed;
        busyNs += busy * elapsed;
        capacityNs += Math.max(capacity, busy) * elapsed;
        lastNs = nowNs;
    }
}
