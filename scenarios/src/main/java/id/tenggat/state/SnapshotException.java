package id.tenggat.state;

import java.io.IOException;
import java.nio.file.Path;

/** A snapshot cannot be written or read. The message is one line for people: where, what was found, the way out. */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotException(Path where, String found) {
        super(where + ": " + found);
    }

    SnapshotException(Path where, String found, Throwable cause) {
        super(where + ": " + found, cause);
    }

    static SnapshotException unreadable(Path file, IOException cause) {
        return new SnapshotException(file, "cannot be read: " + cause, cause);
    }

    static SnapshotException unwritable(Path file, IOException cause) {
        return new SnapshotException(file, "cannot be written: " + cause + "; check rights and free space", cause);
    }
}
