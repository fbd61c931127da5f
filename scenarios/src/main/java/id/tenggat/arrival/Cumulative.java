package id.tenggat.arrival;

/**
 * An unnormalised cumulative of a density on [0, end]: rises strictly, 0 at 0. Times are seconds since the opening.
 *
 * <pre>
 *   total ┤                    ▄
 *         │                   ▐
 *         │                ▄▞▀
 *       0 ┼▄▄▄▄▄▄▄▄▞▀▀▀▀▀▀▀
 *         0                  end
 * </pre>
 */
interface Cumulative {

    /** Mass up to a time, 0 ≤ seconds ≤ end. */
    double at(double seconds);

    /** The time up to which the mass is this much: the inverse of {@link #at}. */
    double inverse(double mass);
}
