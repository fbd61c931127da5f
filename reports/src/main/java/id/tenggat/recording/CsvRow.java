package id.tenggat.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One row of a CSV file of a recording; a cell that cannot be read is named by file, line and column. */
record CsvRow(Path file, int line, List<String> cells) {

    void requireColumns(int columns) {
        if (cells.size() != columns) {
            throw new RecordingException(
                    file,
                    "line " + line + " must have " + columns + " columns, found " + cells.size()
                            + "; the recording is garbled: make it anew");
        }
    }

    String text(int column) {
        return cells.get(column);
    }

    long whole(int column) {
        try {
            long value = Long.parseLong(cells.get(column));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number");
        }
        throw wrong(column, "a whole number, 0 or more");
    }

    int index(int column) {
        long value = whole(column);
        if (value > Integer.MAX_VALUE) {
            throw wrong(column, "a number of an interval");
        }
        return (int) value;
    }

    double number(int column) {
        try {
            double value = Double.parseDouble(cells.get(column));
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(column, "a number");
        }
        throw wrong(column, "a number, 0 or more");
    }

    int named(int column, Function<String, Optional<Integer>> indexOf, String kind) {
        return indexOf.apply(cells.get(column)).orElseThrow(() -> wrong(column, "a " + kind + " of the provenance"));
    }

    /** Counts in a row of columns, one for each kind. */
    <E extends Enum<E>> Tally<E> tally(int firstColumn, E[] kinds) {
        long[] counts = new long[kinds.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = whole(firstColumn + i);
        }
        return Tally.of(kinds, counts);
    }

    RecordingException wrong(int column, String words) {
        return new RecordingException(
                file,
                "line " + line + ", column " + (column + 1) + " must be " + words + ", found \"" + cells.get(column)
                        + "\"; the recording is garbled: make it anew");
    }
}
