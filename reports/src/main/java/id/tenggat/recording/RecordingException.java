package id.tenggat.recording;

import java.nio.file.Path;

/** A recording cannot be written or read. The message is one line for people: where, what was found, the way out. */
public sealed class RecordingException extends RuntimeException permits BrokenOffException {

    RecordingException(Path where, String found) {
        super(where + ": " + found);
    }

    RecordingException(Path where, String found, Throwable cause) {
        super(where + ": " + found, cause);
    }
}
