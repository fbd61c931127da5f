package id.tenggat.arrival;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;

/**
 * One regency's first arrivals in order: the order statistics of N independent draws from F, generated without a sort by
 * U(k) = 1 − (1 − U(k−1)) · V^(1/(N−k+1)), then F⁻¹ (Devroye, Non-Uniform Random Variate Generation, 1986, V.3). V is
 * keyed by (seed, regency, rank).
 */
final class RegencyArrivals {

    private final ZoneArrivals zone;
    private final Draws draws;
    private final int regency;
    private final int applicants;
    private int rank;
    private double remaining = 1;
    private double seconds;

    RegencyArrivals(ZoneArrivals zone, Draws draws, int regency, int applicants) {
        this.zone = zone;
        this.draws = draws;
        this.regency = regency;
        this.applicants = applicants;
    }

    /** Goes on to the next applicant; false if there is none. */
    boolean advance() {
        if (rank == applicants) {
            return false;
        }
        double v = draws.uniform(Purpose.ARRIVAL, regency, 0, rank);
        remaining *= StrictMath.pow(v, 1.0 / (applicants - rank));
        rank++;
        seconds = zone.secondsAt(1 - remaining);
        return true;
    }

    /** Rank of the current applicant in the regency, from 0. */
    int rank() {
        return rank - 1;
    }

    /** First arrival of the current applicant: seconds since the opening. */
    double seconds() {
        return seconds;
    }
}
