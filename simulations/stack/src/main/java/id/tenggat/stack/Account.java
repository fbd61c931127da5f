package id.tenggat.stack;

/** One applicant in the ledger. */
final class Account {

    /** Serial number's sequence or submission's number of each step, 0 for none. */
    private final long[] numbers;

    private int doneSteps;
    private int paid;
    private int issued;
    private int quota;

    Account(int steps) {
        numbers = new long[steps];
    }

    boolean isDone(int step) {
        return (doneSteps >>> step & 1) == 1;
    }

    long number(int step) {
        return numbers[step];
    }

    void number(int step, long number) {
        numbers[step] = number;
    }

    int paid() {
        return paid;
    }

    int issued() {
        return issued;
    }

    int quota() {
        return quota;
    }

    void pay(int step, int stamps) {
        paid += stamps;
        quota += stamps;
        done(step);
    }

    void issue(int step) {
        issued++;
        quota--;
        done(step);
    }

    /**
     * @throws IllegalStateException if the account's stamps don't add up
     */
    void done(int step) {
        doneSteps |= 1 << step;
        if (quota < 0 || paid != issued + quota) {
            throw new IllegalStateException(
                    "stamps paid %d, issued %d, refundable %d don't add up".formatted(paid, issued, quota));
        }
    }
}
