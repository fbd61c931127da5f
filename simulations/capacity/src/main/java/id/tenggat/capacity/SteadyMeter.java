package id.tenggat.capacity;

import id.tenggat.recording.StationSample;

import java.util.Arrays;

/**
 * Measures a {@link SteadyStation}, which knows beforehand what will happen: sums for the present interval and for those to
 * come. A level (queue, busy workers) is kept as the part within each interval of what begins or ends there, and the change
 * that it carries into the next. Whole nanoseconds throughout, so that the sums do not depend on the order.
 */
final class SteadyMeter {

    /** Columns of an interval. */
    private static final int QUEUE_PART = 0;

    private static final int QUEUE_CARRY = 1;
    private static final int BUSY_PART = 2;
    private static final int BUSY_CARRY = 3;
    private static final int SERVED = 4;
    private static final int WASTED = 5;
    private static final int WASTED_NS = 6;
    private static final int FAILED = 7;
    private static final int COLUMNS = 8;

    /** What an interval takes. */
    static final int BYTES_PER_INTERVAL = COLUMNS * Long.BYTES;

    private final long intervalNs;
    private final int workers;
    /** Interval after interval, a ring. */
    private long[] sums = new long[COLUMNS * 16];

    private int head;
    private long endNs;
    private long entered;
    private long rejected;
    private long queueMax;
    private long queue;
    private long busy;

    SteadyMeter(long intervalNs, int workers) {
        this.intervalNs = intervalNs;
        this.workers = workers;
        this.endNs = intervalNs;
    }

    /** A request was turned away now. */
    void rejected() {
        rejected++;
    }

    /** A request came in now, whose work will start and end then. */
    void entered(long nowNs, long startNs, long doneNs) {
        entered++;
        if (startNs > nowNs) {
            level(QUEUE_PART, nowNs, startNs);
        }
        level(BUSY_PART, startNs, doneNs);
    }

    /** So many requests wait now. */
    void queue(int length) {
        queueMax = Math.max(queueMax, length);
    }

    /** The work that will be done then is for a client who will still be there. */
    void served(long atNs) {
        sums[at(atNs) + SERVED]++;
    }

    /** The work that will be done then is for nobody, by a worker held for so long. */
    void wasted(long atNs, long heldNs) {
        int interval = at(atNs);
        sums[interval + WASTED]++;
        sums[interval + WASTED_NS] = Math.addExact(sums[interval + WASTED_NS], heldNs);
    }

    /** The request will break then. */
    void failed(long atNs) {
        sums[at(atNs) + FAILED]++;
    }

    private void level(int part, long fromNs, long untilNs) {
        int from = offset(fromNs);
        int until = offset(untilNs);
        int first = column(Math.max(from, until), from) + part;
        if (from == until) {
            sums[first] = Math.addExact(sums[first], untilNs - fromNs);
            return;
        }
        sums[first] = Math.addExact(sums[first], endOf(from) - fromNs);
        sums[column(until + 1, from + 1) + part + 1]++;
        int last = column(until, until) + part;
        sums[last] = Math.subtractExact(sums[last], endOf(until) - untilNs);
        sums[column(until + 1, until + 1) + part + 1]--;
    }

    private int at(long ns) {
        int offset = offset(ns);
        return column(offset, offset);
    }

    /** How many intervals after the present one. */
    private int offset(long ns) {
        return ns < endNs ? 0 : Math.toIntExact(1 + (ns - endNs) / intervalNs);
    }

    private long endOf(int offset) {
        return endNs + offset * intervalNs;
    }

    /** Where the sums of an interval lie, after making room for the farthest. */
    private int column(int farthest, int offset) {
        while ((farthest + 1) * COLUMNS > sums.length) {
            grow();
        }
        return (head + offset * COLUMNS) & (sums.length - 1);
    }

    private void grow() {
        long[] straight =
                Arrays.copyOf(Arrays.copyOfRange(sums, head, sums.length), Math.multiplyExact(sums.length, 2));
        System.arraycopy(sums, 0, straight, sums.length - head, head);
        sums = straight;
        head = 0;
    }

    /**
     * What happened, or will have happened, in the present interval; begins the next.
     *
     * @param waiting how many requests wait at its end
     */
    StationSample cut(int waiting) {
        queue += sums[head + QUEUE_CARRY];
        busy += sums[head + BUSY_CARRY];
        StationSample sample = new StationSample(
                entered,
                rejected,
                sums[head + SERVED],
                sums[head + WASTED],
                sums[head + FAILED],
                queueMax,
                (double) Math.addExact(queue * intervalNs, sums[head + QUEUE_PART]),
                (double) Math.addExact(busy * intervalNs, sums[head + BUSY_PART]),
                (double) sums[head + WASTED_NS],
                (double) (workers * intervalNs));
        Arrays.fill(sums, head, head + COLUMNS, 0);
        head = (head + COLUMNS) & (sums.length - 1);
        endNs += intervalNs;
        entered = 0;
        rejected = 0;
        queueMax = waiting;
        return sample;
    }
}
