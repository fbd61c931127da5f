package id.tenggat.ledger;

/**
 * How long it takes until rows are durable, as far as the last ones tell: as TCP foresees how long an answer may take (Jacobson,
 * Congestion avoidance and control, SIGCOMM 1988, appendix A), by the smoothed time and the smoothed distance from it.
 */
final class CommitTime {

    private static final double GAIN = 1.0 / 8;
    private static final double DISTANCE_GAIN = 1.0 / 4;
    private static final int DISTANCES = 4;

    private double smoothedNs;
    private double distanceNs;

    /** So long it took once more. */
    void took(long ns) {
        double error = ns - smoothedNs;
        smoothedNs += GAIN * error;
        distanceNs += DISTANCE_GAIN * (Math.abs(error) - distanceNs);
    }

    /** In nanoseconds, what it will hardly take longer than; 0 as long as nothing is known. */
    long foreseenNs() {
        return (long) (smoothedNs + DISTANCES * distanceNs);
    }
}
