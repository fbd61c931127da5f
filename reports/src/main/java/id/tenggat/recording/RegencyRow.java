package id.tenggat.recording;

/**
 * What became of one regency's applicants.
 *
 * @param code the administrative code, as in {@code 62.71}
 * @param zone id of its time zone
 * @param arrived applicants who came for the first time
 * @param carriedIn applicants who were inside when the run began
 * @param endings journeys that ended
 * @param inside applicants still inside at the end
 */
public record RegencyRow(
        String code,
        String name,
        String province,
        String zone,
        long arrived,
        long carriedIn,
        Tally<Ending> endings,
        long inside) {

    /** Applicants who came or were inside already. */
    public long due() {
        return arrived + carriedIn;
    }
}
