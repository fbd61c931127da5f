package id.tenggat.ledger;

/** What a ledger's commits cost: written by one thread, read by any. */
public final class CommitMeter {

    private volatile long commits;
    private volatile long rows;
    private volatile long totalNs;
    private volatile long maxNs;

    CommitMeter() {}

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void committed(int committedRows, long ns) {
        commits++;
        rows += committedRows;
        totalNs += ns;
        maxNs = Math.max(maxNs, ns);
    }

    /** Transactions made durable. */
    public long commits() {
        return commits;
    }

    /** Rows made durable by them. */
    public long rows() {
        return rows;
    }

    /** Time spent on them, from the first statement until they were durable, in nanoseconds. */
    public long totalNs() {
        return totalNs;
    }

    /** The longest of them, in nanoseconds. */
    public long maxNs() {
        return maxNs;
    }
}
