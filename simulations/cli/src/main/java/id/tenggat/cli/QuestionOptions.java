package id.tenggat.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** The scenario, its seed and its slice, on the command line. */
final class QuestionOptions {

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "the scenario file (YAML)")
    private Path path = Path.of("");

    @Mixin
    private PartOptions part = new PartOptions();

    /** The slice asked for, or the whole scenario. */
    Question orWhole() {
        return part.orWhole(path);
    }

    /** The slice asked for, or the one that the scenario names for replays, or the whole scenario. */
    Question orReplaySlice() {
        return part.orReplaySlice(path);
    }
}
