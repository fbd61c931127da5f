package id.tenggat.cli;

import id.tenggat.scenario.Slice;
import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.scenario.read.SliceParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The seed and the slice of a scenario, on the command line. */
final class PartOptions {

    @Option(names = "--seed", paramLabel = "N", description = "seed of every draw (default: the scenario's own)")
    private @Nullable Long seed;

    @Option(
            names = "--slice",
            paramLabel = "SLICE",
            description = {
                "which part to play: \"last 2h\", \"2024-09-06T20:00+07:00/4h\",",
                "\"fraction 5%%\", \"time-lapse 60\", several separated by commas, or \"whole\""
            })
    private @Nullable String slice;

    @Option(names = "--sha256", hidden = true, description = "refuse the scenario if it has changed since")
    private @Nullable String digest;

    /** The slice of this scenario that was asked for, or the whole scenario. */
    Question orWhole(Path path) {
        return question(path, Slice.WHOLE);
    }

    /** The slice of this scenario that was asked for, or the one that it names for replays, or the whole scenario. */
    Question orReplaySlice(Path path) {
        return question(path, null);
    }

    private Question question(Path path, @Nullable Slice otherwise) {
        ScenarioFile file = ScenarioReader.read(path);
        requireUnchanged(file);
        Question whole = Question.whole(file, seed == null ? file.scenario().seed() : seed);
        Slice fallback = otherwise == null ? file.scenario().replaySlice().orElse(Slice.WHOLE) : otherwise;
        return whole.sliced(slice == null ? fallback : parsed(slice, file));
    }

    private void requireUnchanged(ScenarioFile file) {
        if (digest != null && !digest.equals(file.digest())) {
            throw new InputException(file.path()
                    + ": it, or the measured times that it names, changed while the run went on: run it again");
        }
    }

    private static Slice parsed(String text, ScenarioFile file) {
        try {
            return SliceParser.parse(text, file.scenario().calendar().zone());
        } catch (PhraseException e) {
            throw new InputException("--slice: " + e.getMessage());
        }
    }
}
