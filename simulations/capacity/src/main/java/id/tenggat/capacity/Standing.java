package id.tenggat.capacity;

/**
 * How far a run has come.
 *
 * @param nowNs engine time
 * @param events events handled
 * @param attempts attempts sent
 * @param arrived applicants who have come for the first time
 * @param inside applicants inside now, whoever is beyond the window left out
 */
public record Standing(long nowNs, long events, long attempts, long arrived, long inside) {

    /** Nothing has happened yet. */
    public static final Standing BEFORE = new Standing(0, 0, 0, 0, 0);
}
