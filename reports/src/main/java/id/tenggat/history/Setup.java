package id.tenggat.history;

import id.tenggat.recording.Provenance;

import java.util.Optional;

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
        Optional<String> adapter = provenance.subject().adapter().map(used -> used.file());
        return new Setup(provenance.subject().name(), provenance.part().slice(), engine(provenance.engine(), adapter));
    }

    /**
     * An engine as it stands here.
     *
     * @param adapter the file by which it played against a system of the user's own
     */
    public static String engine(String name, Optional<String> adapter) {
        return name + adapter.map(file -> " by " + file).orElse("");
    }
}
