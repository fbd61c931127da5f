package id.tenggat.stack;

import id.tenggat.recording.StationMeter;
import id.tenggat.stack.StationTally.Fate;

/**
 * Measures one station, for its run and for those who look on from outside.
 *
 * @param meter of this run
 * @param tally since the stack started
 */
record StationWatch(StationMeter meter, StationTally tally) {

    void entered() {
        meter.entered();
        tally.enters();
    }

    /** A request was turned away at the door, or dropped when a worker would have taken it. */
    void rejected() {
        meter.rejected();
        tally.ends(Fate.REJECTED);
    }

    /** A worker takes a request that has waited for so long. */
    void begins(long waitedNs) {
        tally.begins(waitedNs);
    }

    /** A worker is free again that a request has held for so long. */
    void released(long heldNs) {
        tally.released(heldNs);
    }

    void served() {
        meter.served();
        tally.ends(Fate.SERVED);
    }

    void wasted(long heldNs) {
        meter.wasted(heldNs);
        tally.wasted(heldNs);
    }

    void failed() {
        meter.failed();
        tally.ends(Fate.FAILED);
    }

    void level(long nowNs, int queue, int busy) {
        meter.level(nowNs, queue, busy);
    }

    void capacity(long nowNs, int workers) {
        meter.capacity(nowNs, workers);
    }

    /** Busy of possible worker time since it was last asked. */
    double utilisation(long nowNs) {
        return meter.utilisation(nowNs);
    }
}
