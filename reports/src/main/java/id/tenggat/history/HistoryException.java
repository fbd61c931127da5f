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

    /** Of a line that is none. */
    static HistoryException garbled(Path file, int line, String found) {
        return new HistoryException(
                file, line, found + "; the line is garbled: delete it, or take the file as it was before");
    }

    HistoryException(Path where, String found, Throwable cause) {
        super(where + ": " + found, cause);
    }
}
