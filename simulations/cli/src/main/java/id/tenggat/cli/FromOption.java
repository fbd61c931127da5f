package id.tenggat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The snapshot that a run begins from, on the command line. */
final class FromOption {

    @Option(
            names = "--from",
            paramLabel = "SNAPSHOT",
            description = {
                "begin from what a simulation with --stop-at wrote: a slice whose window",
                "begins there takes its crowd from it; simulate also goes on with the same run"
            })
    private @Nullable Path path;

    /** The snapshot, which must be of this question's scenario and seed. */
    Optional<Snapshot> snapshot(Question question) {
        return Optional.ofNullable(path).map(file -> Snapshot.open(file, question));
    }

    /** As {@link #snapshot}, where it must hand over the crowd of the question's slice. */
    Optional<Snapshot> crowd(Question question) {
        return snapshot(question).map(Snapshot::requireCrowd);
    }
}
