package id.tenggat.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What {@code .ci/judges/install} has installed, if it was run. Under CI it must have been. */
final class Judges {

    private Judges() {}

    /** One of its files. */
    static Path file(String name) {
        Path file = Repository.root().resolve(".ci/judges/node_modules").resolve(name);
        if (!Files.exists(file)) {
            String missing = "there is no " + file + ": run .ci/judges/install";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
        return file;
    }
}
