package id.tenggat.stack;

import java.util.function.LongConsumer;

/** How often and how far something ended later than the model has it. */
final class Lateness {

    private final LongConsumer witness;
    private long count;
    private long maxNs;
    private long totalNs;

    /**
     * @param witness hears of each, in nanoseconds
     */
    Lateness(LongConsumer witness) {
        this.witness = witness;
    }

    void late(long ns) {
        count++;
        maxNs = Math.max(maxNs, ns);
        totalNs += ns;
        witness.accept(ns);
    }

    long count() {
        return count;
    }

    long maxNs() {
        return maxNs;
    }

    long totalNs() {
        return totalNs;
    }
}
