package id.tenggat.pipeline;

import id.tenggat.recording.Recording;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that asked for what was judged.
 *
 * @param path as the pipeline's repository knows it
 */
record ScenarioFile(String path, String text) {

    /** A recording's command is {@code ./tenggat simulate PATH --seed N ...}. */
    private static final Pattern COMMAND = Pattern.compile("\\./tenggat [a-z]+ (.+?) --seed .*");

    /** An item of a list, maybe quoted, maybe with a comment behind it. */
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+([\"']?)(.*?)\\1\\s*(?:\\s#.*)?");

    /** @param told what the file is called here; empty: as when the run was made */
    static ScenarioFile of(Recording recording, Optional<String> told) {
        return new ScenarioFile(told.orElseGet(() -> recorded(recording)).replace('\\', '/'), recording.scenarioText());
    }

    private static String recorded(Recording recording) {
        Matcher command = COMMAND.matcher(recording.host().commandLine());
        return command.matches()
                ? command.group(1)
                : recording.provenance().subject().name() + ".yaml";
    }

    /** The line, from 1, on which this objective stands; empty if it can't be found. */
    OptionalInt lineOf(String objective) {
        OptionalInt item = firstLine(line -> isItem(line, objective));
        return item.isPresent() ? item : firstLine(line -> isIn(line, objective));
    }

    private static boolean isItem(String line, String objective) {
        Matcher item = ITEM.matcher(line);
        return item.matches() && item.group(2).equals(objective);
    }

    private static boolean isIn(String line, String objective) {
        return line.contains(objective) && !line.strip().startsWith("#");
    }

    private OptionalInt firstLine(Predicate<String> wanted) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
