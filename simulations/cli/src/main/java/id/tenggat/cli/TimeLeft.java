package id.tenggat.cli;

import id.tenggat.scenario.Words;

/** How much longer something will take, if it goes on as it has gone until now. */
final class TimeLeft {

    /** Earlier, it would tell more about the start than about the rest. */
    private static final long SOONEST_NS = 1_000_000_000;

    private static final double LEAST_SHARE = 0.02;
    private static final double SECOND_NS = 1e9;
    private static final double MINUTE_NS = 60e9;

    private TimeLeft() {}

    /**
     * As in {@code , about 12s left}; the empty text as long as it would mean nothing.
     *
     * @param share of the work that is done, 0 to 1
     * @param elapsedNs since it began
     */
    static String of(double share, long elapsedNs) {
        if (elapsedNs < SOONEST_NS || share < LEAST_SHARE || share >= 1) {
            return "";
        }
        double leftNs = elapsedNs * (1 - share) / share;
        double unitNs = leftNs < 2 * MINUTE_NS ? SECOND_NS : MINUTE_NS;
        return ", about " + Words.durationNs((long) (Math.max(1, Math.rint(leftNs / unitNs)) * unitNs)) + " left";
    }
}
