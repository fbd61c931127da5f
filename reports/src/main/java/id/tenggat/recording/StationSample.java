package id.tenggat.recording;

/**
 * What one station did in one interval.
 *
 * @param entered requests admitted to the queue or a worker
 * @param rejected requests turned away at the door, or dropped when a worker would have taken them
 * @param served requests served to the end whose answer went to a client that was still there
 * @param wasted requests served to the end although their client had left, or the answer was lost
 * @param failed requests that broke: a third party's error, or the station down
 * @param queueMax the longest the queue was
 * @param queueNs integral of the queue's length over time: request-nanoseconds
 * @param busyNs integral of busy workers over time: worker-nanoseconds
 * @param wastedNs the part of busyNs spent on wasted requests, counted when they end
 * @param capacityNs integral of the workers that could work over time: worker-nanoseconds
 */
public record StationSample(
        long entered,
        long rejected,
        long served,
        long wasted,
        long failed,
        long queueMax,
        double queueNs,
        double busyNs,
        double wastedNs,
        double capacityNs) {}
