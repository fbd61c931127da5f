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
    private static final int CAPACITY_PART = 4;
    private static final int CAPACITY_CARRY = 5;
    private static final int SERVED = 6;
    private static final int WASTED = 7;
    private static final int WASTED_NS = 8;
    private static final int FAILED = 9;
    private static final int REJECTED = 10;
    private static final int COLUMNS = 16;

    private final long intervalNs;
    /** Interval after interval, a ring. */
    private long[] sums = new long[COLUMNS * 16];

    private int head;
    private long endNs;
    private long entered;
    private long queueMax;
    private long queue;
    private long busy;
    private long capacity;

    /** So many workers can work at first. */
    SteadyMeter(long intervalNs, int workers) {
        this.intervalNs = intervalNs;
        this.endNs = intervalNs;
        this.capacity = workers;
    }

    /** A request is turned away then. */
    void rejected(long atNs) {
        add(at(atNs) + REJECTED, 1);
    }

    /** So many workers more, or fewer, can work from then on. */
    void capacity(long atNs, int more) {
        step(CAPACITY_PART, offset(atNs), atNs, more);
    }

    /** A worker who may not begin work is at work for so long. */
    void overtime(long fromNs, long untilNs) {
        level(CAPACITY_PART, fromNs, untilNs);
    }

    /** A request came in now, whose work will start and end then, if it starts. */
    void entered(long nowNs, long startNs, long doneNs) {
        entered++;
        if (startNs > nowNs) {
            level(QUEUE_PART, nowNs, startNs);
        }
        if (doneNs > startNs) {
            level(BUSY_PART, startNs, doneNs);
        }
    }

    /** So many requests wait now. */
    void queue(int length) {
        queueMax = Math.max(queueMax, length);
    }

    /** The work that will be done then is for a client who will still be there. */
    void served(long atNs) {
        add(at(atNs) + SERVED, 1);
    }

    /** The work that will be done then is for nobody, by a worker held for so long. */
    void wasted(long atNs, long heldNs) {
        int interval = at(atNs);
        add(interval + WASTED, 1);
        add(interval + WASTED_NS, heldNs);
    }

    /** The request will break then. */
    void failed(long atNs) {
        add(at(atNs) + FAILED, 1);
    }

    private void level(int part, long fromNs, long untilNs) {
        int from = offset(fromNs);
        int until = offset(untilNs);
        if (from == until) {
            add(column(from, from) + part, untilNs - fromNs);
        } else {
            step(part, from, fromNs, 1);
            step(part, until, untilNs, -1);
        }
    }

    /** A level changes by so much. */
    private void step(int part, int offset, long ns, long change) {
        add(column(offset, offset) + part, Math.multiplyExact(change, endOf(offset) - ns));
        add(column(offset + 1, offset + 1) + part + 1, change);
    }

    /** The place is found first, for that may move all of them. */
    private void add(int place, long amount) {
        sums[place] = Math.addExact(sums[place], amount);
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
        capacity += sums[head + CAPACITY_CARRY];
        StationSample sample = new StationSample(
                entered,
                sums[head + REJECTED],
                sums[head + SERVED],
                sums[head + WASTED],
                sums[head + FAILED],
                queueMax,
                (double) Math.addExact(queue * intervalNs, sums[head + QUEUE_PART]),
                (double) Math.addExact(busy * intervalNs, sums[head + BUSY_PART]),
                (double) sums[head + WASTED_NS],
                (double) Math.addExact(Math.multiplyExact(capacity, intervalNs), sums[head + CAPACITY_PART]));
        Arrays.fill(sums, head, head + COLUMNS, 0);
        head = (head + COLUMNS) & (sums.length - 1);
        endNs += intervalNs;
        entered = 0;
        queueMax = waiting;
        return sample;
    }
}
