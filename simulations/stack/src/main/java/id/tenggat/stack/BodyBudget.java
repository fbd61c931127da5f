package id.tenggat.stack;

/** How many bytes of posted bodies may be kept in memory at once. */
final class BodyBudget {

    private final long limitBytes;
    private long heldBytes;
    private long refusals;

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

    /** How often it was exhausted. */
    long refusals() {
        return refusals;
    }
}
