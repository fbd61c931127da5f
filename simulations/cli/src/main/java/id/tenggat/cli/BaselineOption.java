package id.tenggat.cli;

import id.tenggat.history.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** What was before, on the command line. */
final class BaselineOption {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = {
                "runs of the same scenario, slice and engine before, as tenggat history append or",
                "simulate --append-to wrote them: objectives of no worse than baseline are judged by them"
            })
    private @Nullable Path file;

    /** The runs before; empty if none were named. */
    Optional<History> history() {
        return Optional.ofNullable(file).map(History::read);
    }
}
