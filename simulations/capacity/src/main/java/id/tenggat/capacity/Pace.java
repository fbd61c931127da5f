package id.tenggat.capacity;

import id.tenggat.state.State;

/** How fast events are taken from a set, by which it makes its days as long as fits. */
final class Pace {

    private long lastNs;
    /** Since the last look. */
    private long fromNs;

    private long taken;

    /** An event is taken that is due then. */
    void take(long ns) {
        lastNs = ns;
        taken++;
    }

    /** When the last event was due. */
    long lastNs() {
        return lastNs;
    }

    /** How many were taken since the last look. */
    long taken() {
        return taken;
    }

    /**
     * Looks: of how many bits a day in nanoseconds is that is just longer than the mean distance of events since the last look.
     *
     * @param otherwise if that distance is nothing
     */
    int look(int otherwise) {
        long gapNs = taken == 0 ? 0 : (lastNs - fromNs) / taken;
        taken = 0;
        fromNs = lastNs;
        return gapNs == 0 ? otherwise : Long.SIZE - Long.numberOfLeadingZeros(gapNs);
    }

    /** What was taken before tells nothing of the days to come. */
    void carry(State state) {
        lastNs = state.of(lastNs);
        fromNs = lastNs;
        taken = 0;
    }
}
