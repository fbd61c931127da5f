package id.tenggat.cli;

import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.AdapterFile;
import id.tenggat.scenario.read.AdapterReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What tells the journey to a system of the user's own, on the command line. */
final class AdapterOption {

    private static final String NAME = "--adapter";
    private static final String DIGEST = "--adapter-sha256";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = {
                "how each step is told to the system at --target: HTTP requests,",
                "and what their answers mean (default: it is a tenggat stack)"
            })
    private @Nullable Path path;

    @Option(names = DIGEST, hidden = true, description = "refuse the adapter if it has changed since")
    private @Nullable String digest;

    boolean isGiven() {
        return path != null;
    }

    /**
     * The adapter for a scenario; empty if none is given.
     *
     * @throws InputException if it has changed while the run went on
     */
    Optional<AdapterFile> read(Scenario scenario) {
        Optional<AdapterFile> file =
                Optional.ofNullable(path).map(given -> AdapterReader.read(given, scenario, System.getenv()));
        if (digest != null && file.filter(read -> read.digest().equals(digest)).isEmpty()) {
            throw new InputException(path + ": it changed while the run went on: run it again");
        }
        return file;
    }

    /** The words that hand it on to another command. */
    static List<String> words(AdapterFile file) {
        return List.of(NAME, file.path().toString(), DIGEST, file.digest());
    }

    /** Refuses an adapter of nothing. */
    void refuseWithout(Optional<String> target) {
        if (path != null && target.isEmpty()) {
            throw new InputException(NAME + " tells the journey to a system of your own: name it, as in"
                    + " --target https://staging.example");
        }
    }
}
