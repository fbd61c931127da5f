package id.tenggat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that tells of a verdict. */
record PipelineFile(Path file, String text, List<OpenOption> options) {

    /** Whatever stood in it before is gone. */
    static PipelineFile anew(Path file, String text) {
        return new PipelineFile(file, text, List.of());
    }

    /** Behind what others have written. */
    static PipelineFile appended(Path file, String text) {
        return new PipelineFile(file, text, List.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** False if it can't be written, which a line tells. */
    boolean write(Screen screen) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Files.writeString(file, text, options.toArray(OpenOption[]::new));
            return true;
        } catch (IOException e) {
            screen.say(file + ": can't be written (" + e + "); name another place");
            return false;
        }
    }
}
