package id.tenggat.stamping;

/**
 * How many bytes the three fields of a row of a cross-reference stream have (ISO 32000-1, table 17, {@code /W}), in one
 * number: never 0.
 */
final class RowWidths {

    private static final int WIDTH_MAX = 8;
    private static final int SHIFT = 8;
    private static final int MARK = 1 << (3 * SHIFT);

    private RowWidths() {}

    /** Reads the array that stands here. */
    static int read(Lexer lexer) throws StampRefusedException {
        int widths = 1;
        if (lexer.here() != '[') {
            throw StampRefusedException.damaged("a cross-reference stream has no widths");
        }
        lexer.at++;
        for (int field = 0; field < 3; field++) {
            lexer.skipBlank();
            int width = lexer.unsigned();
            if (width > WIDTH_MAX) {
                throw StampRefusedException.damaged("a cross-reference stream has fields of %d bytes".formatted(width));
            }
            widths = widths << SHIFT | width;
        }
        if (widths == MARK) {
            throw StampRefusedException.damaged("a cross-reference stream has rows of no width");
        }
        return widths;
    }

    /** The width of a field, 0 to 2. */
    static int of(int widths, int field) {
        return (widths >>> ((2 - field) * SHIFT)) & 0xff;
    }

    /** The width of a row. */
    static int sum(int widths) {
        return of(widths, 0) + of(widths, 1) + of(widths, 2);
    }
}
