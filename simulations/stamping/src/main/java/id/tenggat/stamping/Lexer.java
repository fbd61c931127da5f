package id.tenggat.stamping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3) from a range of bytes; makes no objects of them. Its place is
 * {@link #at}, which every method that reads or skips moves on.
 *
 * <p>Used again for other bytes after {@link #reset}. Not safe for several threads.
 */
final class Lexer {

    /** Deeper than any honest page, catalog or form is nested. */
    private static final int DEPTH_MAX = 64;

    private static final int DIGITS_MAX = 40;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final double[] POWERS = powers();

    private byte[] bytes = {};
    private int start;
    private int end;
    private int passed;
    private int referenceEnd;

    /** Where the next token is read. */
    int at;

    /** Reads from another range, from its start. */
    void reset(byte[] source, int from, int to) {
        bytes = source;
        start = from;
        end = to;
        at = from;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the range ends, exclusive. */
    int end() {
        return end;
    }

    /** Goes to a place of the range. */
    void seek(long offset) throws StampRefusedException {
        if (offset < start || offset >= end) {
            throw StampRefusedException.damaged("offset " + offset + " lies outside the file");
        }
        at = (int) offset;
    }

    /** Skips white space and comments; at the range's end it stays there. */
    void skipBlank() {
        skip(Characters.BLANK);
        while (here() == '%') {
            skipComment();
            skip(Characters.BLANK);
        }
    }

    private void skip(int classes) {
        byte[] source = bytes;
        int limit = end;
        int from = at;
        int place = from;
        while (place < limit && Characters.is(source[place], classes)) {
            place++;
        }
        at = place;
        passed += place - from;
    }

    private void skipComment() {
        int from = at;
        while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        passed += at - from;
    }

    /** How many bytes were passed over since this was asked last: what the reading has cost. */
    int takePassed() {
        int taken = passed;
        passed = 0;
        return taken;
    }

    /** The byte here, or 0 at the end. */
    byte here() {
        return at < end ? bytes[at] : 0;
    }

    /** Whether a word stands here, with no more letters after it. */
    boolean isAt(byte[] word) {
        return startsWith(word) && isTokenEnd(at + word.length);
    }

    private boolean startsWith(byte[] word) {
        if (end - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isTokenEnd(int place) {
        return place >= end || !Characters.is(bytes[place], Characters.REGULAR);
    }

    boolean isDictionary() {
        return here() == '<' && at + 1 < end && bytes[at + 1] == '<';
    }

    boolean isDictionaryEnd() {
        return here() == '>' && at + 1 < end && bytes[at + 1] == '>';
    }

    boolean isDigit() {
        return here() >= '0' && here() <= '9';
    }

    /** Skips a word that must stand here. */
    void require(byte[] word) throws StampRefusedException {
        if (!isAt(word)) {
            throw unexpected("\"" + new String(word, StandardCharsets.US_ASCII) + "\"", at);
        }
        at += word.length;
    }

    /** Reads an integer without a sign that must stand here. */
    int unsigned() throws StampRefusedException {
        long value = 0;
        int from = at;
        while (isDigit() && value <= Integer.MAX_VALUE) {
            value = 10 * value + bytes[at++] - '0';
        }
        if (at == from || value > Integer.MAX_VALUE || !isTokenEnd(at)) {
            throw unexpected("an integer from 0 to " + Integer.MAX_VALUE, from);
        }
        return (int) value;
    }

    /** Reads a number, whole or real, that must stand here. */
    double number() throws StampRefusedException {
        int from = at;
        boolean negative = here() == '-';
        if (negative || here() == '+') {
            at++;
        }
        int whole = at;
        double value = digits(from);
        int digits = at - whole;
        if (here() == '.') {
            int point = ++at;
            value += digits(from) / POWERS[at - point];
            digits += at - point;
        }
        if (digits == 0 || !isTokenEnd(at)) {
            throw unexpected("a number", from);
        }
        return negative ? -value : value;
    }

    private double digits(int from) throws StampRefusedException {
        double value = 0;
        while (isDigit()) {
            value = 10 * value + bytes[at++] - '0';
            if (at - from > DIGITS_MAX) {
                throw unexpected("a number", from);
            }
        }
        return value;
    }

    /** Whether an indirect reference stands here, such as {@code 12 0 R}; doesn't move. */
    boolean isReference() {
        if (!isDigit()) {
            return false;
        }
        int from = at;
        boolean number = skipDigits();
        boolean generation = number && skipDigits();
        boolean found = generation && here() == 'R' && isTokenEnd(at + 1);
        referenceEnd = at + 1;
        at = from;
        return found;
    }

    private boolean skipDigits() {
        int from = at;
        while (isDigit()) {
            at++;
        }
        boolean digits = at > from && isTokenEnd(at);
        skipBlank();
        return digits;
    }

    /** Whether a name stands here, which is then skipped. */
    boolean isName(Key name) throws StampRefusedException {
        int from = at;
        if (here() != '/') {
            return false;
        }
        skipToken();
        return name.is(bytes, from + 1, at);
    }

    /** Skips one value of any kind, a reference included. */
    void skipValue() throws StampRefusedException {
        if (isReference()) {
            passed += referenceEnd - at;
            at = referenceEnd;
        } else if (isDictionary() || here() == '[') {
            skipNested();
        } else if (isWord()) {
            skipWord();
        } else {
            skipToken();
        }
    }

    private boolean isWord() {
        return switch (here()) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> false;
            default -> Characters.is(here(), Characters.REGULAR);
        };
    }

    /** Of values, three are words. */
    private void skipWord() throws StampRefusedException {
        if (!isAt(NULL) && !isAt(TRUE) && !isAt(FALSE)) {
            throw unexpected("a value", at);
        }
        skip(Characters.REGULAR);
    }

    /** Whether the null object stands here. */
    boolean isNull() {
        return isAt(NULL);
    }

    /** Skips to behind the bracket that closes the one here; a bit of {@code kinds} tells for each level whether it is an array. */
    private void skipNested() throws StampRefusedException {
        int from = at;
        long kinds = 0;
        int depth = 0;
        do {
            skip(Characters.INERT);
            int bracket = bracket();
            if (bracket > 0) {
                kinds = kinds << 1 | (bracket & 1);
                depth = deeper(depth);
                at += bracket;
            } else if (bracket < 0) {
                requireBracket(-bracket & 1, kinds & 1);
                kinds >>>= 1;
                depth--;
                at -= bracket;
            } else if (here() == '%') {
                skipComment();
            } else if (at < end) {
                skipToken();
            } else {
                throw StampRefusedException.damaged("the array or dictionary at byte " + from + " has no end");
            }
        } while (depth > 0);
    }

    /** The length of the bracket here, which is odd for an array's; negative if it closes; 0 if there is none. */
    private int bracket() {
        return switch (here()) {
            case '[' -> 1;
            case ']' -> -1;
            case '<' -> isDictionary() ? 2 : 0;
            case '>' -> isDictionaryEnd() ? -2 : 0;
            default -> 0;
        };
    }

    private static int deeper(int depth) throws StampRefusedException {
        if (depth == DEPTH_MAX) {
            throw StampRefusedException.damaged("its objects are nested too deep");
        }
        return depth + 1;
    }

    private void requireBracket(long closing, long opening) throws StampRefusedException {
        if (closing != opening) {
            throw unexpected("the other closing bracket", at);
        }
    }

    /** Skips a name, a string, a number or a word. */
    private void skipToken() throws StampRefusedException {
        int from = at;
        switch (here()) {
            case '(' -> skipString();
            case '<' -> skipHexString();
            case '/' -> {
                at++;
                skip(Characters.REGULAR);
            }
            default -> {
                skip(Characters.REGULAR);
                if (at == from) {
                    throw unexpected("a value", from);
                }
            }
        }
    }

    private void skipString() throws StampRefusedException {
        int from = at;
        int depth = 0;
        while (at < end) {
            byte b = bytes[at++];
            if (b == '\\') {
                at++;
            } else if (b == '(') {
                depth++;
            } else if (b == ')' && --depth == 0) {
                passed += at - from;
                return;
            }
        }
        throw StampRefusedException.damaged("the string at byte " + from + " has no end");
    }

    private void skipHexString() throws StampRefusedException {
        at++;
        skip(Characters.HEXADECIMAL | Characters.BLANK);
        if (here() != '>') {
            throw unexpected("a hexadecimal digit, or the end of its string", at);
        }
        at++;
    }

    private static StampRefusedException unexpected(String wanted, int place) {
        return StampRefusedException.damaged("at byte " + place + " must stand " + wanted);
    }

    private static double[] powers() {
        double[] powers = new double[DIGITS_MAX + 1];
        Arrays.setAll(powers, exponent -> Math.pow(10, exponent));
        return powers;
    }
}
