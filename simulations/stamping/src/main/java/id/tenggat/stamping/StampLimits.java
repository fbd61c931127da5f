package id.tenggat.stamping;

/**
 * How much work one document may ask for; what is beyond is refused before it is done.
 *
 * @param sizeBytes the largest document in bytes
 * @param pages the most pages
 * @param objects the most objects that the cross-reference may name
 * @param inflatedBytes the most bytes that the cross-reference streams and object streams may inflate to, all that are read
 *     together; beside it, 32 times the document's size and 64 KiB
 */
public record StampLimits(int sizeBytes, int pages, int objects, int inflatedBytes) {

    /** Places in a stamped document are whole numbers of 31 bits. */
    private static final int SIZE_BYTES_MAX = 1 << 30;

    /** An applicant's upload: 10 MiB, 30 pages, 100,000 objects, 32 MiB of inflated structure. */
    public static final StampLimits UPLOAD = new StampLimits(10 << 20, 30, 100_000, 32 << 20);

    /**
     * @throws IllegalArgumentException if a limit is below 1, or the size above 1 GiB
     */
    public StampLimits {
        requirePositive("sizeBytes", sizeBytes);
        if (sizeBytes > SIZE_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "stamp limit sizeBytes %d: must be at most %d".formatted(sizeBytes, SIZE_BYTES_MAX));
        }
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
