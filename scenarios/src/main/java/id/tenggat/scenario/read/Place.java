package id.tenggat.scenario.read;

/**
 * A place in a file, with the line that stands there.
 *
 * @param file as the user named it
 * @param line from 1; 0 means the file as a whole
 * @param column from 1, in code points; 0 means the file as a whole
 * @param sourceLine the whole line
 */
public record Place(String file, int line, int column, String sourceLine) {

    /** A file as a whole. */
    static Place ofWhole(String file) {
        return new Place(file, 0, 0, "");
    }

    /** True if this is the file as a whole. */
    public boolean isWholeFile() {
        return line == 0;
    }

    /** {@code file:line:column}, or the file alone. */
    @Override
    public String toString() {
        return isWholeFile() ? file : file + ":" + line + ":" + column;
    }

    /** The line with a caret below the column. Begins with a line break; empty for a file as a whole. */
    String drawing() {
        return isWholeFile() ? "" : Caret.under(sourceLine, column);
    }
}
