package id.tenggat.draw;

/**
 * A counter-based generator: each draw hashes its key, so that the same applicant is equally patient in both engines and
 * in every variant (common random numbers).
 *
 * <p>The hash is two rounds of a 64-bit finaliser, variant 13 of Stafford ("Better Bit Mixing", 2011), which SplitMix64
 * uses (Steele, Lea and Flood, OOPSLA 2014).
 *
 * @param seed any value
 */
public record Draws(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_52 = 0x1.0p-52;

    /**
     * The key of one draw, made from what the draw is about. Keys of different tuples differ by construction up to the
     * hash's collisions.
     *
     * @param applicant number of the applicant, or of the regency where the purpose says so
     * @param step index of the step, 0 to 255
     * @param attempt number of the attempt over all visits, 0 to 2³²−1
     */
    public long key(Purpose purpose, int applicant, int step, int attempt) {
        return keyIn(stream(purpose, applicant, step), attempt);
    }

    /** What the keys of all attempts have in common, for whoever draws many of them. */
    public long stream(Purpose purpose, int applicant, int step) {
        return mix(seed + GOLDEN * (1L + (((long) applicant << 16) | ((long) purpose.code() << 8) | step)));
    }

    /** The key of an attempt out of a {@link #stream}: the same as {@link #key} gives. */
    public static long keyIn(long stream, int attempt) {
        return mix(stream + GOLDEN * (1L + (attempt & 0xFFFF_FFFFL)));
    }

    /** Uniform on the open interval (0, 1), 52 bits. */
    public double uniform(Purpose purpose, int applicant, int step, int attempt) {
        return uniform(key(purpose, applicant, step, attempt));
    }

    /**
     * The uniform draw of a key: an odd multiple of 2⁻⁵³. With one bit more, the halves would be rounded away above ½,
     * and 1 itself could be drawn.
     */
    public static double uniform(long key) {
        return ((key >>> 12) + 0.5) * TWO_TO_MINUS_52;
    }

    /** The i-th key after this one, for draws that need several uniforms. */
    public static long next(long key, int i) {
        return mix(key + GOLDEN * i);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
