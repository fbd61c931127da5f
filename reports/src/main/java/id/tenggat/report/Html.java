package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Side;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of HTML, every text in them escaped. */
final class Html {

    private Html() {}

    /** Text that stands for itself, between tags and in quoted attributes. */
    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element that holds a text. */
    static String element(String tag, String raw) {
        return "<" + tag + ">" + text(raw) + "</" + tag + ">\n";
    }

    /** A list of texts. */
    static String list(List<String> raws) {
        return raws.stream().map(raw -> element("li", raw)).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    static String table(Table table) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
        table.columns().forEach(column -> html.append(head(column)));
        html.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> html.append(row(table.columns(), row)));
        return html.append("</tbody></table></div>\n").toString();
    }

    /** A column without a name heads nothing. */
    private static String head(Column column) {
        return column.name().isEmpty()
                ? "<td" + side(column) + "></td>"
                : "<th" + side(column) + " scope=\"col\">" + text(column.name()) + "</th>";
    }

    private static String row(List<Column> columns, List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cell(columns.get(i), cells.get(i)))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String cell(Column column, Cell cell) {
        String tone = cell.tone().name().toLowerCase(Locale.ROOT);
        String classes = column.side() == Side.RIGHT ? "number " + tone : tone;
        return "<td class=\"" + classes + "\">" + text(cell.text()) + "</td>";
    }

    private static String side(Column column) {
        return column.side() == Side.RIGHT ? " class=\"number\"" : "";
    }
}
