package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Side;
import id.tenggat.report.Table.Tone;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of text: columns as wide as they must be, a rule below the names. */
final class TextTable {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final Table table;
    private final Colour colour;
    private final int[] widths;

    private TextTable(Table table, Colour colour) {
        this.table = table;
        this.colour = colour;
        this.widths =
                IntStream.range(0, table.columns().size()).map(this::width).toArray();
    }

    static String text(Table table, Colour colour) {
        return new TextTable(table, colour).text();
    }

    private int width(int column) {
        int names = table.columns().get(column).name().length();
        return table.rows().stream()
                .mapToInt(row -> row.get(column).text().length())
                .reduce(names, Math::max);
    }

    private String text() {
        List<Cell> names = table.columns().stream()
                .map(column -> Cell.quiet(column.name()))
                .toList();
        StringBuilder text = new StringBuilder(line(names)).append(rule());
        table.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String line(List<Cell> cells) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(i -> cell(cells.get(i), i))
                .collect(Collectors.joining(GAP, INDENT, ""));
        return line.stripTrailing() + "\n";
    }

    private String cell(Cell cell, int index) {
        Column column = table.columns().get(index);
        boolean last = index == widths.length - 1 && column.side() == Side.LEFT;
        String padding = last ? "" : " ".repeat(widths[index] - cell.text().length());
        String painted = colour.painted(cell.text(), cell.tone());
        return column.side() == Side.RIGHT ? padding + painted : painted + padding;
    }

    private String rule() {
        int width = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
        return INDENT + colour.painted("─".repeat(width), Tone.QUIET) + "\n";
    }
}
