package id.tenggat.ledger;

/** One applicant in the book. */
final class Account {

    /** Payment, serial or submission of each numbered step, 0 for none. */
    private final long[] numbers;

    /** Hash of the idempotency key under which each numbered step was done, 0 if unknown. */
    private final long[] keys;

    private int doneSteps;
    private int quota;

    /** One that keeps so many numbers. */
    Account(int columns) {
        numbers = new long[columns];
        keys = new long[columns];
    }

    boolean isDone(int step) {
        return (doneSteps >>> step & 1) == 1;
    }

    int doneSteps() {
        return doneSteps;
    }

    void done(int step) {
        doneSteps |= 1 << step;
    }

    long number(int column) {
        return numbers[column];
    }

    long key(int column) {
        return keys[column];
    }

    /** A step got this number, under a key of this hash. */
    void number(int column, long number, long key) {
        numbers[column] = number;
        keys[column] = key;
    }

    /** The column of this key's hash, or −1. */
    int columnOf(long key) {
        for (int column = 0; column < keys.length; column++) {
            if (key != 0 && keys[column] == key) {
                return column;
            }
        }
        return -1;
    }

    /** Stamps paid for and not used up. */
    int quota() {
        return quota;
    }

    void credit(int stamps) {
        quota += stamps;
    }

    /**
     * @throws IllegalStateException if there is none
     */
    void useQuota() {
        if (quota == 0) {
            throw new IllegalStateException("a stamp was issued that was not paid for");
        }
        quota--;
    }
}
