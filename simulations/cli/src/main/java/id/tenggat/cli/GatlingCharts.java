package id.tenggat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gatling's own charts, beside a recording. */
final class GatlingCharts {

    private static final String NAME = "gatling";

    private GatlingCharts() {}

    /** Moves what Gatling has made into the recording's directory. */
    static void keep(Path made, Path recording) {
        try {
            Files.move(made, recording.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep Gatling's charts: " + e.getMessage(), e);
        }
    }

    /** The page in a recording's directory, whether it is there or not. */
    static Path page(Path recording) {
        return recording.resolve(NAME).resolve("index.html");
    }
}
