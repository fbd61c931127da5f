package id.tenggat.cli;

import id.tenggat.stack.AccessLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code --access-log}. */
final class AccessLogOption {

    private static final String STANDARD_ERROR = "-";

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "write a line of JSON for each request behind what FILE holds; - for standard error")
    private @Nullable String file;

    /**
     * The log that is asked for, if any; closed at the end, when what it has lost is told.
     *
     * @throws InputException if it can't be written
     */
    Optional<AccessLog> open(AtEnd end, Screen screen) {
        if (file == null) {
            return Optional.empty();
        }
        AccessLog log = file.equals(STANDARD_ERROR) ? AccessLog.toStandardError() : behind(file);
        end.add(() -> close(log, screen));
        return Optional.of(log);
    }

    private static void close(AccessLog log, Screen screen) {
        log.close();
        if (log.dropped() > 0) {
            screen.say("the access log lost " + log.dropped() + (log.dropped() == 1 ? " line" : " lines"));
        }
    }

    private static AccessLog behind(String name) {
        try {
            return AccessLog.to(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw new InputException("--access-log can't write to '" + name + "' (" + why(e)
                    + "): name a file in a folder that is there, or - for standard error");
        }
    }

    private static String why(Exception refused) {
        if (refused instanceof NoSuchFileException) {
            return "no such folder";
        }
        String reason = refused instanceof FileSystemException system ? system.getReason() : refused.getMessage();
        return reason == null ? refused.getClass().getSimpleName() : reason;
    }
}
