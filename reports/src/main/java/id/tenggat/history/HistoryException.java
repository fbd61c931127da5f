package id.tenggat.history;

import java.nio.file.Path;

/** A history can't be read or added to. The message is one line for people: where, what was found, the way out. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryException(Path where, String found) {
        super(where + ": " + found);
    }

    HistoryException(Path file, int line, String found) {
        super(file + ":" + line + ": " + found);
    }

    HistoryException(Path where, String found, Throwable cause) {
        super(where + ": " + found, cause);
    }
}
