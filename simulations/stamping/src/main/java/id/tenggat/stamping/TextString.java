package id.tenggat.stamping;

/** A text string of a PDF (ISO 32000-1, 7.9.2.2), literal or hexadecimal, in PDFDocEncoding, UTF-16BE or UTF-8. */
final class TextString {

    private static final int UTF_16_MARK = 0xfe;
    private static final int UTF_16_MARK_2 = 0xff;
    private static final int UTF_8_MARK = 0xef;
    private static final int UTF_8_MARK_2 = 0xbb;
    private static final int UTF_8_MARK_3 = 0xbf;

    private final Lexer lexer;
    private final int end;
    private final boolean hexadecimal;

    private TextString(Lexer lexer, int end) {
        this.lexer = lexer;
        this.end = end;
        this.hexadecimal = lexer.here() == '<';
        lexer.at++;
    }

    /** Whether the string that may stand at a lexer's place is a text of ASCII; moves the lexer. */
    static boolean is(Lexer at, byte[] ascii) throws StampRefusedException {
        if (at.here() != '(' && (at.here() != '<' || at.isDictionary())) {
            return false;
        }
        int from = at.at;
        at.skipValue();
        int end = at.at - 1;
        at.at = from;
        return new TextString(at, end).is(ascii);
    }

    private boolean is(byte[] ascii) {
        int first = next();
        return switch (first) {
            case UTF_16_MARK -> next() == UTF_16_MARK_2 && equalsWide(ascii);
            case UTF_8_MARK -> next() == UTF_8_MARK_2 && next() == UTF_8_MARK_3 && equalsFrom(next(), ascii);
            default -> equalsFrom(first, ascii);
        };
    }

    private boolean equalsFrom(int first, byte[] ascii) {
        int current = first;
        for (byte wanted : ascii) {
            if (current != wanted) {
                return false;
            }
            current = next();
        }
        return current < 0;
    }

    private boolean equalsWide(byte[] ascii) {
        for (byte wanted : ascii) {
            if (next() != 0 || next() != wanted) {
                return false;
            }
        }
        return next() < 0;
    }

    /** The next byte of the string; -1 at its end. */
    private int next() {
        return hexadecimal ? nextHexadecimal() : nextLiteral();
    }

    private int nextHexadecimal() {
        int high = nextDigit();
        return high < 0 ? -1 : 16 * high + Math.max(0, nextDigit());
    }

    private int nextDigit() {
        while (lexer.at < end) {
            int digit = Character.digit(lexer.bytes()[lexer.at++], 16);
            if (digit >= 0) {
                return digit;
            }
        }
        return -1;
    }

    private int nextLiteral() {
        while (lexer.at < end) {
            int b = lexer.bytes()[lexer.at++] & 0xff;
            if (b != '\\') {
                return b;
            }
            int escaped = escaped();
            if (escaped >= 0) {
                return escaped;
            }
        }
        return -1;
    }

    /** What stands behind a backslash; -1 if it only hides a line end. */
    private int escaped() {
        int b = lexer.bytes()[lexer.at++] & 0xff;
        return switch (b) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '\r' -> {
                lexer.at += lexer.here() == '\n' ? 1 : 0;
                yield -1;
            }
            case '\n' -> -1;
            default -> b >= '0' && b <= '7' ? octal(b - '0') : b;
        };
    }

    private int octal(int first) {
        int value = first;
        for (int i = 0; i < 2 && lexer.here() >= '0' && lexer.here() <= '7'; i++) {
            value = 8 * value + lexer.bytes()[lexer.at++] - '0';
        }
        return value & 0xff;
    }
}
