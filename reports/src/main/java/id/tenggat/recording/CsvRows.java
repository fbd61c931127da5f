package id.tenggat.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of a CSV file of a recording, below its header. */
record CsvRows(Path file, List<CsvRow> rows) {

    static CsvRows read(Path file, RunStatus status, String header) {
        List<String> lines = Lines.read(file, status, header).all();
        int columns = cells(header).size();
        List<CsvRow> rows = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(file, i + 1, lines.get(i), columns));
        }
        return new CsvRows(file, rows);
    }

    /**
     * Hands on the rows of a file that may be too long for memory, of a run that has ended, one by one.
     *
     * @throws RecordingException if it is missing, torn or garbled
     */
    static void forEach(Path file, String header, Consumer<CsvRow> reader) {
        int columns = cells(header).size();
        Lines.forEach(file, header, (line, number) -> reader.accept(row(file, number, line, columns)));
    }

    private static CsvRow row(Path file, int number, String line, int columns) {
        CsvRow row = new CsvRow(file, number, cells(line));
        row.requireColumns(columns);
        return row;
    }

    /** Splits at commas outside of quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                if (quoted && i > 0 && line.charAt(i - 1) == '"') {
                    cell.append('"');
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    <T> List<T> map(Function<CsvRow, T> reader) {
        return rows.stream().map(reader).toList();
    }

    void require(boolean holds, int row, String rule) {
        if (!holds) {
            throw new RecordingException(
                    file, "line " + rows.get(row).line() + " " + rule + "; the recording is garbled: make it anew");
        }
    }

    void requireAtLeast(int count) {
        if (rows.size() < count) {
            throw new RecordingException(
                    file,
                    "must have " + count + " rows, found " + rows.size() + "; the recording is torn: make it anew");
        }
    }
}
