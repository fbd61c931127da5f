package id.tenggat.recording;

/**
 * An attempt whose fate is known. Times are engine nanoseconds, in order.
 *
 * @param step index of the step
 */
record Attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {

    /** From due until its fate was known. */
    long latencyNs() {
        return doneNs - dueNs;
    }

    /** How much later it was sent than it was due. */
    long slipNs() {
        return sentNs - dueNs;
    }
}
