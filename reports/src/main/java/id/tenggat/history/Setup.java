package id.tenggat.history;

import id.tenggat.recording.Provenance;

/**
 * What runs must have in common for their numbers to be compared.
 *
 * @param scenario its name; its file may change, and so may the numbers with it
 * @param slice as on the command line
 * @param engine with the adapter, if it played against a system of the user's own
 */
public record Setup(String scenario, String slice, String engine) {

    /** A recorded run's. */
    public static Setup of(Provenance provenance) {
        String system =
                provenance.subject().adapter().map(used -> " by " + used.file()).orElse("");
        return new Setup(provenance.subject().name(), provenance.part().slice(), provenance.engine() + system);
    }
}
