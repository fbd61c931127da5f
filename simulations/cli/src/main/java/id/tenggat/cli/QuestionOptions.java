package id.tenggat.cli;

import id.tenggat.scenario.Slice;
import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.scenario.read.SliceParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** The scenario, its seed and its slice, on the command line. */
final class QuestionOptions {

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "the scenario file (YAML)")
    private Path path = Path.of("");

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

    /** The slice asked for, or the whole scenario. */
    Question orWhole() {
        return question(Slice.WHOLE);
    }

    /** The slice asked for, or the one that the scenario names for replays, or the whole scenario. */
    Question orReplaySlice() {
        return question(null);
    }

    private Question question(@Nullable Slice otherwise) {
        ScenarioFile file = ScenarioReader.read(path);
        requireUnchanged(file);
        Question whole = Question.whole(file, seed == null ? file.scenario().seed() : seed);
        Slice fallback = otherwise == null ? file.scenario().replaySlice().orElse(Slice.WHOLE) : otherwise;
        return whole.sliced(slice == null ? fallback : parsed(slice, file));
    }

    private void requireUnchanged(ScenarioFile file) {
        if (digest != null && !digest.equals(file.digest())) {
            throw new InputException(
                    path + ": it, or the measured times that it names, changed while the run went on: run it again");
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
