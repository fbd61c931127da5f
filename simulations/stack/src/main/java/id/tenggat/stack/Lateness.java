package id.tenggat.stack;

/** How often and how far something ended later than the model has it. */
final class Lateness {

    private long count;
    private long maxNs;
    private long totalNs;

    void late(long ns) {
        count++;
        maxNs = Math.max(maxNs, ns);
        totalNs += ns;
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
