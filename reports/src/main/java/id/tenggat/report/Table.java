package id.tenggat.report;

import java.util.List;

/** A table of texts, for whatever shows it. */
record Table(List<Column> columns, List<List<Cell>> rows) {

    /** A column: numbers stand at the right. */
    record Column(String name, Side side) {
        static Column words(String name) {
            return new Column(name, Side.LEFT);
        }

        static Column number(String name) {
            return new Column(name, Side.RIGHT);
        }
    }

    /** Where a column's texts stand. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** What a text wants to say by its colour. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD,
        QUIET
    }

    /** One text. */
    record Cell(String text, Tone tone) {
        static Cell plain(String text) {
            return new Cell(text, Tone.PLAIN);
        }

        static Cell quiet(String text) {
            return new Cell(text, Tone.QUIET);
        }

        static Cell of(String text, Tone tone) {
            return new Cell(text, tone);
        }
    }

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row must have " + columns.size() + " cells, found " + row.size());
            }
        }
    }
}
