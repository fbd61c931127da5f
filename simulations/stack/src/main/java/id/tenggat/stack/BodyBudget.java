package id.tenggat.stack;

/** How many bytes of posted bodies may be kept in memory at once. */
final class BodyBudget {

    private final long limitBytes;
    private long heldBytes;
    private long refusals;
    private long refusalsOfRunsBefore;

    BodyBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** True if so many bytes more may be kept. */
    boolean take(int bytes) {
        if (heldBytes + bytes > limitBytes) {
            refusals++;
            return false;
        }
        heldBytes += bytes;
        return true;
    }

    void give(long bytes) {
        heldBytes -= bytes;
    }

    boolean isExhausted() {
        return heldBytes >= limitBytes;
    }

    long limitBytes() {
        return limitBytes;
    }

    long heldBytes() {
        return heldBytes;
    }

    /** How often it was exhausted since the stack started. */
    long refusals() {
        return refusals;
    }

    /** A run begins, which answers for none of the refusals before. */
    void runBegins() {
        refusalsOfRunsBefore = refusals;
    }

    /** How often it was exhausted in the run that goes on. */
    long refusalsOfRun() {
        return refusals - refusalsOfRunsBefore;
    }
}
