package id.tenggat.stamping;

import java.util.Arrays;

/** Classes of bytes in PDF syntax (ISO 32000-1, 7.2.2), several to a byte. */
final class Characters {

    /** Part of a name, a number or a word. */
    static final byte REGULAR = 1;

    /** White space. */
    static final byte BLANK = 2;

    /** A digit of hexadecimal strings. */
    static final byte HEXADECIMAL = 4;

    /** Names, numbers, words and what stands between: all that opens and closes nothing. */
    static final byte INERT = 8;

    private static final byte[] CLASSES = classes();

    private Characters() {}

    /** Whether a byte is of one of some classes, which are added up. */
    static boolean is(byte b, int classes) {
        return (CLASSES[b & 0xff] & classes) != 0;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, (byte) (REGULAR | INERT));
        for (char blank : "\0\t\n\f\r ".toCharArray()) {
            classes[blank] = BLANK | INERT;
        }
        for (char delimiter : "()<>[]{}/%".toCharArray()) {
            classes[delimiter] = 0;
        }
        classes['/'] = INERT;
        for (char digit : "0123456789abcdefABCDEF".toCharArray()) {
            classes[digit] |= HEXADECIMAL;
        }
        return classes;
    }
}
