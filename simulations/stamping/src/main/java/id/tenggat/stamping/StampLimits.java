package id.tenggat.stamping;

/**
 * How much work one document may ask for; what is beyond is refused before it is done.
 *
 * @param sizeBytes the largest document in bytes
 * @param pages the most pages
 * @param objects the most objects that the cross-reference may name
 * @param inflatedBytes the most bytes that the cross-reference streams and object streams may inflate to, all together
 */
public record StampLimits(int sizeBytes, int pages, int objects, int inflatedBytes) {

    /** An applicant's upload: 10 MiB, 30 pages, 100,000 objects, 32 MiB of inflated structure. */
    public static final StampLimits UPLOAD = new StampLimits(10 << 20, 30, 100_000, 32 << 20);

    /**
     * @throws IllegalArgumentException if a limit is below 1
     */
    public StampLimits {
        requirePositive("sizeBytes", sizeBytes);
        requirePositive("pages", pages);
        requirePositive("objects", objects);
        requirePositive("inflatedBytes", inflatedBytes);
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("stamp limit %s %d: must be at least 1".formatted(name, limit));
        }
    }
}
