package id.tenggat.ledger;

/** Hears of every commit, on the ledger's own thread. */
public interface CommitListener {

    /**
     * Rows became durable.
     *
     * @param rows how many
     * @param ns from the first statement until they were durable, in nanoseconds
     */
    void committed(int rows, long ns);
}
