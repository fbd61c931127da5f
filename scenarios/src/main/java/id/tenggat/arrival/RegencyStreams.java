package id.tenggat.arrival;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Elementary;
import id.tenggat.draw.Purpose;
import id.tenggat.state.State;

import java.util.stream.IntStream;

/**
 * Each regency's first arrivals in order: the order statistics of N independent draws from F, generated without a sort.
 * The logarithm of the share that has yet to come is a sum of exponential spacings, each over how many have yet to come,
 *
 * <pre>
 *   ln R(k) = ln R(k−1) + ln V / (N − k + 1)
 * </pre>
 *
 * and the arrival is where 1 − F falls to R (Devroye, Non-Uniform Random Variate Generation, 1986, V.3). V is keyed by
 * (seed, regency, rank). What is kept is one number of each kind a regency, however many come.
 */
final class RegencyStreams {

    /** Later than any arrival. */
    static final long NEVER = 1L << 62;

    /** Of each regency's draws, by rank. */
    private final long[] streams;

    private final ZoneArrivals[] zones;
    private final int[] applicants;
    private final int[] ranks;
    private final double[] logShares;
    private final int[] segments;
    /** When the next applicant comes. */
    private final long[] ns;

    /** The streams of regencies of which the i-th lies in the i-th zone and has the i-th number of applicants. */
    RegencyStreams(Draws draws, ZoneArrivals[] zones, int[] applicants) {
        streams = IntStream.range(0, zones.length)
                .mapToLong(regency -> draws.stream(Purpose.ARRIVAL, regency, 0))
                .toArray();
        this.zones = zones;
        this.applicants = applicants;
        ranks = new int[zones.length];
        logShares = new double[zones.length];
        segments = new int[zones.length];
        ns = new long[zones.length];
        for (int i = 0; i < zones.length; i++) {
            ns[i] = generate(i);
        }
    }

    /** Number of regencies. */
    int size() {
        return zones.length;
    }

    /**
     * When a regency's next applicant comes: nanoseconds since the opening, or {@link #NEVER} after the last. It stood
     * ready; the one after is made now, so that the processor can do so while the merge goes on.
     */
    long next(int regency) {
        long next = ns[regency];
        ns[regency] = generate(regency);
        return next;
    }

    void carry(State state) {
        state.of(ranks, ranks.length);
        state.of(logShares, logShares.length);
        state.of(segments, segments.length);
        state.of(ns, ns.length);
    }

    private long generate(int regency) {
        int rank = ranks[regency];
        int left = applicants[regency] - rank;
        if (left == 0) {
            return NEVER;
        }
        ranks[regency] = rank + 1;
        logShares[regency] += Elementary.log(Draws.uniform(Draws.keyIn(streams[regency], rank))) / left;
        return Math.max(ns[regency], nsAt(regency, Elementary.exp(logShares[regency])));
    }

    private long nsAt(int regency, double share) {
        ZoneArrivals zone = zones[regency];
        int segment = zone.segmentOf(share, segments[regency]);
        segments[regency] = segment;
        return zone.nsAt(share, segment);
    }
}
