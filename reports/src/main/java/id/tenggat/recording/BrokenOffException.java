package id.tenggat.recording;

import java.nio.file.Path;

/**
 * A recording could not be written on in mid-run: the disk is full, or gone. What was written before is kept and readable,
 * and INVALID.
 */
public final class BrokenOffException extends RecordingException {

    BrokenOffException(Path directory, RecordingException cause) {
        super(
                directory,
                "breaks off, for " + cause.getMessage()
                        + ", or name another place with --out; what was recorded until then is kept",
                cause);
    }
}
