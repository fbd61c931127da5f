package id.tenggat.statistics;

/**
 * An interval of confidence, both ends included.
 *
 * @param low not above high
 * @param high infinite if nothing bounds it
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval's low end must not be above its high end, found " + low + " and " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether it has both ends. */
    public boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Half of its length. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The part of it that lies in a range of possible values, which it must touch. */
    public Interval within(double least, double most) {
        return new Interval(Math.min(Math.max(low, least), most), Math.max(Math.min(high, most), least));
    }

    /** The shortest that holds both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** A level of confidence, refused unless it lies between 0 and 1. */
    static double level(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence must lie between 0 and 1, found " + confidence);
        }
        return confidence;
    }
}
