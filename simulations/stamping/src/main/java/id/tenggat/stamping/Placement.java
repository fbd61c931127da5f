package id.tenggat.stamping;

/**
 * Where a stamp goes: a square on one page, upright as the reader sees the page (its rotation is taken into account). Points
 * are units of the page's coordinates: 1/72 inch, unless the page has a {@code /UserUnit}, which scales the stamp as all else.
 *
 * @param page the page, counted from 1
 * @param x the distance of the square's left side from the left side of the visible page, in points, at least 0
 * @param y the distance of the square's lower side from the lower side of the visible page, in points, at least 0
 * @param size the side of the square in points, {@link #SIZE_MIN} to {@link #SIZE_MAX}
 */
public record Placement(int page, float x, float y, float size) {

    /** The smallest stamp in points: below it a module of the QR code is thinner than 0.3 mm and phones fail to read it. */
    public static final float SIZE_MIN = 36;

    /** The largest stamp in points, 4 inches. */
    public static final float SIZE_MAX = 288;

    /**
     * @throws IllegalArgumentException if a value is outside its range or not a finite number; whether the square is on the
     *     page is known only when the document is, see {@link Refusal.PlacementOutsidePage}
     */
    public Placement {
        if (page < 1) {
            throw new IllegalArgumentException("placement page %d: pages count from 1".formatted(page));
        }
        requireWithin("x", x, 0, Float.MAX_VALUE);
        requireWithin("y", y, 0, Float.MAX_VALUE);
        requireWithin("size", size, SIZE_MIN, SIZE_MAX);
    }

    private static void requireWithin(String name, float value, float min, float max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "placement %s %s: must be %s to %s points".formatted(name, value, min, max));
        }
    }
}
