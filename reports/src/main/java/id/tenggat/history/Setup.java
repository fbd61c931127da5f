package id.tenggat.history;

import id.tenggat.recording.Provenance;

/**
 * What runs must have in common for their numbers to be compared.
 *
 * @param scenario its name; its file may change, and so may the numbers with it
 * @param slice as on the command line
 */
public record Setup(String scenario, String slice, String engine) {

    /** A recorded run's. */
    public static Setup of(Provenance provenance) {
        return new Setup(provenance.subject().name(), provenance.part().slice(), provenance.engine());
    }
}
