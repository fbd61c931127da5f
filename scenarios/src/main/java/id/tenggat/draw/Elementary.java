package id.tenggat.draw;

/**
 * Natural logarithm and exponential from additions, multiplications and bit operations alone, so that every JDK gives the
 * same bits; several times faster than {@link StrictMath}. Both reduce the argument by a table, as P.T.P. Tang does
 * ("Table-driven implementation of the exponential function", ACM TOMS 15, 1989; "… of the logarithm function", ACM TOMS
 * 16, 1990), and end in a short Taylor polynomial. Relative error below 5·10⁻¹⁶.
 */
public final class Elementary {

    private static final int INDEX_BITS = 7;
    private static final int CELLS = 1 << INDEX_BITS;
    private static final int INDEX_MASK = CELLS - 1;

    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    /** ln 2 with its last 20 bits zero, so that an integer below 2²⁰ times it is exact; and what is missing. */
    private static final double LN_2_HIGH = 0x1.62e42fefp-1;

    private static final double LN_2_LOW = 0x1.473de6af278edp-34;

    private static final double CELLS_PER_LN_2 = CELLS / LN_2;
    private static final double CELL_HIGH = LN_2_HIGH / CELLS;
    private static final double CELL_LOW = LN_2_LOW / CELLS;
    /** A sum with it has no bits below the unit: it rounds to an integer, which stands in the low bits. */
    private static final double ROUNDER = 0x1.8p52;

    /** Beyond it the power of two can't be added to the exponent's bits without a look. */
    private static final double PLAIN_EXPONENT = 708;
    /** 2^(j / {@value #CELLS}). */
    private static final double[] POWER = new double[CELLS];

    /** Bits of √½, rounded: the logarithm's argument is brought between it and twice it. */
    private static final long LEAST = 0x3FE6_A000_0000_0000L;

    private static final int STEP_SHIFT = 52 - INDEX_BITS;
    private static final long STEP = 1L << STEP_SHIFT;
    private static final long EXPONENT_BITS = 0xFFF0_0000_0000_0000L;
    /** Logarithms, and reciprocals, of the numbers with {@value #INDEX_BITS} bits after the first, from √½ on. */
    private static final double[] LOG = new double[CELLS + 1];

    private static final double[] RECIPROCAL = new double[CELLS + 1];

    static {
        for (int j = 0; j < CELLS; j++) {
            POWER[j] = StrictMath.pow(2, (double) j / CELLS);
        }
        for (int j = 0; j <= CELLS; j++) {
            double node = Double.longBitsToDouble(LEAST + j * STEP);
            LOG[j] = StrictMath.log(node);
            RECIPROCAL[j] = 1 / node;
        }
    }

    private Elementary() {}

    /** eˣ; 0 below −745.1, infinite above 709.8. */
    public static double exp(double x) {
        if (!(Math.abs(x) < PLAIN_EXPONENT)) {
            return Math.abs(x) >= PLAIN_EXPONENT ? extremeExp(x) : x;
        }
        double rounded = x * CELLS_PER_LN_2 + ROUNDER;
        long cell = (int) Double.doubleToRawLongBits(rounded);
        double cells = rounded - ROUNDER;
        double r = (x - cells * CELL_HIGH) - cells * CELL_LOW;
        long bits = Double.doubleToRawLongBits(POWER[(int) cell & INDEX_MASK]) + (cell >> INDEX_BITS << 52);
        double power = Double.longBitsToDouble(bits);
        return power + power * expMinusOne(r);
    }

    /** Taylor to r⁵; |r| ≤ ln 2 / 256, so that what is left out is below 10⁻¹⁸. */
    private static double expMinusOne(double r) {
        double square = r * r;
        return r + square * ((1.0 / 2 + r * (1.0 / 6)) + square * (1.0 / 24 + r * (1.0 / 120)));
    }

    private static double extremeExp(double x) {
        if (x > 710) {
            return Double.POSITIVE_INFINITY;
        }
        double half = exp(Math.max(x, -746) / 2);
        return half * half;
    }

    /** ln x; −∞ at 0, NaN below. */
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return extremeLog(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long fromLeast = bits - LEAST;
        double z = Double.longBitsToDouble(bits - (fromLeast & EXPONENT_BITS));
        int j = (int) (((fromLeast & ~EXPONENT_BITS) + STEP / 2) >> STEP_SHIFT);
        double node = Double.longBitsToDouble(LEAST + ((long) j << STEP_SHIFT));
        double r = (z - node) * RECIPROCAL[j];
        double exponent = fromLeast >> 52;
        return (exponent * LN_2_HIGH + LOG[j]) + (r + (exponent * LN_2_LOW + logRest(r)));
    }

    /** ln(1 + r) − r by Taylor to r⁷; |r| ≤ 1/256, so that what is left out is below 10⁻¹⁷ of r. */
    private static double logRest(double r) {
        double square = r * r;
        return square
                * ((-1.0 / 2 + r * (1.0 / 3))
                        + square * ((-1.0 / 4 + r * (1.0 / 5)) + square * (-1.0 / 6 + r * (1.0 / 7))));
    }

    private static double extremeLog(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x > 0 && x < Double.MIN_NORMAL) {
            return log(x * 0x1.0p54) - 54 * LN_2;
        }
        return x > 0 ? x : Double.NaN;
    }
}
