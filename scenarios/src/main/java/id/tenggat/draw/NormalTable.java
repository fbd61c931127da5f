package id.tenggat.draw;

/**
 * Standard normal draws by a tabulated {@link NormalQuantile}: no logarithm, no square root, no branch.
 *
 * <p>The lower half of the quantile function is cut where the floating-point number u has another exponent or other
 * leading {@value #INDEX_BITS} bits: 32 cells in each octave, down to the least uniform draw of
 * all, 2⁻⁵³. In each cell stands the polynomial of degree five with the value, slope and curvature of the quantile at
 * both ends, so that the error stays below 10⁻¹¹ everywhere and draws rise with u as far as rounding lets them. The upper
 * half is the mirror image.
 */
final class NormalTable {

    private static final int INDEX_BITS = 5;
    private static final int CELL_SHIFT = 52 - INDEX_BITS;
    private static final long WITHIN_CELL = (1L << CELL_SHIFT) - 1;
    private static final long LEAST_CELL = Double.doubleToRawLongBits(0x1.0p-53) >> CELL_SHIFT;
    private static final int CELLS = (int) ((Double.doubleToRawLongBits(0.5) >> CELL_SHIFT) - LEAST_CELL);
    private static final int TERMS = 6;
    private static final double[] COEFFICIENTS = new double[CELLS * TERMS];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            fill(cell, Ends.of(lowerEnd(cell), lowerEnd(cell + 1)));
        }
    }

    private NormalTable() {}

    private static double lowerEnd(int cell) {
        return Double.longBitsToDouble((LEAST_CELL + cell) << CELL_SHIFT);
    }

    /** What the quantile function does at a cell's ends, times powers of the cell's width: value, slope, curvature. */
    private record Ends(double width, Jet lower, Jet upper) {
        static Ends of(double from, double to) {
            return new Ends(to - from, Jet.at(from, to - from), Jet.at(to, to - from));
        }
    }

    /** Value and scaled derivatives: z′ = 1/φ(z), z″ = z·z′². */
    private record Jet(double value, double slope, double curvature) {
        static Jet at(double u, double width) {
            double z = NormalQuantile.at(u);
            double slope = width * Math.sqrt(2 * Math.PI) * StrictMath.exp(z * z / 2);
            return new Jet(z, slope, z * slope * slope);
        }
    }

    /** Quintic Hermite interpolation. */
    private static void fill(int cell, Ends ends) {
        Jet a = ends.lower();
        double slope = ends.upper().slope() - a.slope() - a.curvature();
        double value = ends.upper().value() - a.value() - a.slope() - a.curvature() / 2;
        double curvature = ends.upper().curvature() - a.curvature();
        double[] scaled = {
            a.value(),
            a.slope(),
            a.curvature() / 2,
            10 * value - 4 * slope + curvature / 2,
            -15 * value + 7 * slope - curvature,
            6 * value - 3 * slope + curvature / 2
        };
        double power = 1;
        for (int i = 0; i < TERMS; i++, power *= ends.width()) {
            COEFFICIENTS[cell * TERMS + i] = scaled[i] / power;
        }
    }

    /** The standard normal draw of a key: the quantile at {@link Draws#uniform(long)}. */
    static double of(long key) {
        long upperHalf = key & Long.MIN_VALUE;
        double z = lowerHalf(Draws.uniform(key ^ (key >> 63)));
        return Double.longBitsToDouble(Double.doubleToRawLongBits(z) ^ upperHalf);
    }

    private static double lowerHalf(double u) {
        long bits = Double.doubleToRawLongBits(u);
        double x = u - Double.longBitsToDouble(bits & ~WITHIN_CELL);
        double[] c = COEFFICIENTS;
        int i = (int) ((bits >> CELL_SHIFT) - LEAST_CELL) * TERMS;
        double square = x * x;
        return (c[i] + x * c[i + 1]) + square * ((c[i + 2] + x * c[i + 3]) + square * (c[i + 4] + x * c[i + 5]));
    }
}
