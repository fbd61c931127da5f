package id.tenggat.agreement;

/**
 * How far two values of a measure may lie apart: by a share of the first, or by a floor where that is more.
 *
 * @param share of the first value, from 0 to 1
 * @param floor in the measure's unit
 */
public record Tolerance(double share, double floor) {

    /** In the measure's unit. */
    double allowed(double first) {
        return Math.max(share * Math.abs(first), floor);
    }
}
