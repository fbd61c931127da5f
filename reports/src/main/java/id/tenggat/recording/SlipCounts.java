package id.tenggat.recording;

/** How late attempts were since somebody looked last. For many threads; an attempt allocates nothing. */
public final class SlipCounts {

    private static final double PER_MEDIAN = 0.5;
    private static final double PER_P99 = 0.99;

    private final LatencyCounts counts = new LatencyCounts();

    /** What was counted: microseconds, each rounded up by at most 0.1 %; 0 if nothing was. */
    public record Quantiles(long count, long p50Us, long p99Us, long maxUs) {}

    /** An attempt was sent so long after it was due; 0 or more. */
    public synchronized void add(long slipNs) {
        counts.add((slipNs + 500) / 1000);
    }

    /** What was counted since the last call. */
    public synchronized Quantiles drain() {
        Quantiles quantiles = new Quantiles(
                counts.total(), counts.quantileUs(PER_MEDIAN), counts.quantileUs(PER_P99), counts.maxUs());
        counts.clear();
        return quantiles;
    }
}
