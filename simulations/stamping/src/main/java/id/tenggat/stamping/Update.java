package id.tenggat.stamping;

import java.util.Arrays;

/**
 * The bytes that a stamp appends to its document, while they are written. Used again for other documents; not safe for
 * several threads.
 */
final class Update {

    /** An update of usual size; larger pages, catalogs and lists of annotations let it grow. */
    private static final int USUAL_BYTES = 16 << 10;

    /** A buffer that one file has blown up beyond this is not kept for the next. */
    private static final int KEPT_BYTES_MAX = 1 << 20;

    private static final byte[] HEXADECIMAL = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int DECIMALS = 10_000;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int length;
    private int base;

    /** Begins an update of a document of a length. */
    void begin(int documentLength) {
        base = documentLength;
        length = 0;
        if (bytes.length > KEPT_BYTES_MAX) {
            bytes = new byte[USUAL_BYTES];
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** The document's length. */
    int base() {
        return base;
    }

    /** Where the next byte will stand in the stamped document. */
    int offset() {
        return base + length;
    }

    Update text(byte[] ascii) {
        return copy(ascii, 0, ascii.length);
    }

    Update copy(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
        return this;
    }

    /** Writes a number that is not negative, without leading zeros. */
    Update number(long number) {
        int digits = 1;
        for (long power = 10; digits < 19 && number >= power; power *= 10) {
            digits++;
        }
        return number(number, digits);
    }

    /** Writes a number that is not negative, with leading zeros. */
    Update number(long number, int digits) {
        if (number < 0) {
            throw new IllegalArgumentException("a negative number is written by mistake: " + number);
        }
        reserve(digits);
        put(bytes, length, number, digits);
        length += digits;
        return this;
    }

    /** Puts digits over what stands in an array. */
    static void put(byte[] into, int from, long number, int digits) {
        long rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            into[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Writes a length or coordinate with as many of four decimals as it has. */
    Update decimal(double value) {
        long scaled = Math.round(Math.abs(value) * DECIMALS);
        if (value < 0 && scaled != 0) {
            one('-');
        }
        number(scaled / DECIMALS);
        long decimals = scaled % DECIMALS;
        if (decimals != 0) {
            one('.');
            number(decimals, 4);
        }
        return this;
    }

    Update one(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Writes the low bytes of a number, the highest first. */
    Update binary(long number, int width) {
        reserve(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    /** Leaves a gap, to be filled later; gives its place. */
    int gap(int size) {
        reserve(size);
        length += size;
        return length - size;
    }

    /** Puts two hexadecimal digits for each byte over what stands in an array. */
    static void putHexadecimal(byte[] into, int at, byte[] from, int count) {
        for (int i = 0; i < count; i++) {
            into[at + 2 * i] = HEXADECIMAL[from[i] >>> 4 & 15];
            into[at + 2 * i + 1] = HEXADECIMAL[from[i] & 15];
        }
    }

    /** Puts the hexadecimal digits of a number's low bytes over what stands in an array. */
    static void putHexadecimal(byte[] into, int at, long number, int width) {
        long rest = number;
        for (int i = at + 2 * width - 1; i >= at; i--) {
            into[i] = HEXADECIMAL[(int) rest & 15];
            rest >>>= 4;
        }
    }

    /** Writes the first hexadecimal digits of words, the highest first. */
    Update hexadecimal(long[] words, int digits) {
        reserve(digits);
        for (int i = 0; i < digits; i++) {
            long fromHere = words[i / 16] << (4 * (i % 16));
            bytes[length++] = HEXADECIMAL[(int) (fromHere >>> 60)];
        }
        return this;
    }

    private void reserve(int size) {
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Math.max(2L * bytes.length, (long) length + size), Integer.MAX_VALUE - 8));
        }
    }
}
