package id.tenggat.pipeline;

/** Text from scenarios and recordings, as far as every format can hold it. */
final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The same text, with a replacement character for each that XML 1.0 forbids (section 2.2). */
    static String of(String text) {
        return text.codePoints()
                .map(c -> isAllowed(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c <= REPLACEMENT)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT
                || "\t\n\r".indexOf(c) >= 0;
    }

    /** The same on one line. */
    static String onOneLine(String text) {
        return of(text).replaceAll("\\s+", " ").strip();
    }
}
