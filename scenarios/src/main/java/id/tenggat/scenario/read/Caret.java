package id.tenggat.scenario.read;

/** Draws a line of text with a caret below one of its columns. */
final class Caret {

    private static final int WIDEST = 120;
    private static final int BEFORE = 60;
    private static final char CUT = '…';

    private Caret() {}

    /** Both lines, indented by two, each begun with a line break; of a long line only the part around the column. */
    static String under(String line, int column) {
        int[] characters = line.codePoints().map(Caret::visible).toArray();
        int from = characters.length <= WIDEST ? 0 : Math.max(0, Math.min(column - 1, characters.length) - BEFORE);
        int to = Math.min(characters.length, from + WIDEST);
        if (from > 0) {
            characters[from] = CUT;
        }
        if (to < characters.length) {
            characters[to - 1] = CUT;
        }
        String shown = new String(characters, from, to - from);
        return "\n  " + shown + "\n  " + " ".repeat(Math.max(0, column - 1 - from)) + "^";
    }

    /** The text without characters that move a terminal's cursor; a tab becomes one blank. */
    static String printable(String text) {
        return text.codePoints()
                .map(Caret::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int character) {
        if (character == '\t') {
            return ' ';
        }
        int type = Character.getType(character);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return invisible ? '\uFFFD' : character;
    }
}
