package id.tenggat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Where results go, on the command line. */
final class OutputOptions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "where the recordings and the report go (default: reports/runs/<scenario>-<time>)")
    private @Nullable Path directory;

    @Option(names = "--json", description = "print the summary as JSON instead of tables")
    private boolean json;

    Path directory(Question question) {
        if (directory != null && directory.toString().isEmpty()) {
            throw new InputException("--out must name a directory, found nothing");
        }
        return directory == null
                ? home().resolve("reports")
                        .resolve("runs")
                        .resolve(question.whole().name() + "-"
                                + LocalDateTime.now(ZoneId.systemDefault()).format(TIME))
                : directory;
    }

    /** The directory that was asked for. */
    Optional<Path> given() {
        return Optional.ofNullable(directory);
    }

    private static Path home() {
        return Path.of(System.getProperty("tenggat.home", "."));
    }

    boolean json() {
        return json;
    }
}
