package id.tenggat.scenario.read;

import java.util.List;

/** A text file as lines, for faults to quote. */
final class Source {

    private final String file;
    private final List<String> lines;

    Source(String file, String text) {
        this.file = file;
        this.lines = List.of(text.split("\r\n|\r|\n", -1));
    }

    List<String> lines() {
        return lines;
    }

    /** A spot with the file's name and the line. */
    Place place(Spot spot) {
        return new Place(file, spot.line(), spot.column(), line(spot));
    }

    /** The spot of a text that begins at this one, perhaps within quotes; or this one if it is written otherwise. */
    Spot spotOf(String text, Spot begin) {
        String rest = rest(begin);
        boolean quoted = !rest.startsWith(text) && !rest.isEmpty() && rest.startsWith(text, 1);
        return quoted ? begin.right(1) : begin;
    }

    /** True if this text stands there as it is, so that columns within it can be told. */
    boolean holds(String text, Spot spot) {
        return rest(spot).startsWith(text);
    }

    /** The spot of an index into the text's code points, counting line breaks as the text has them. */
    static Spot spotAt(String text, int codePoints) {
        String before = text.substring(0, text.offsetByCodePoints(0, codePoints));
        String[] lines = before.split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        return new Spot(lines.length, last.codePointCount(0, last.length()) + 1);
    }

    private String line(Spot spot) {
        return spot.line() <= lines.size() ? lines.get(spot.line() - 1) : "";
    }

    private String rest(Spot spot) {
        String line = line(spot);
        int column = Math.min(spot.column() - 1, line.codePointCount(0, line.length()));
        return line.substring(line.offsetByCodePoints(0, column));
    }
}
