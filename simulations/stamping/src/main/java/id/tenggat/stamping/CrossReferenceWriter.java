package id.tenggat.stamping;

/**
 * Writes an update's objects' heads, and at its end their cross-reference section in the form that the document uses (ISO
 * 32000-1, 7.5.6). Used again for other documents; not safe for several threads.
 */
final class CrossReferenceWriter {

    /** A stamp writes fewer objects. */
    private static final int OBJECTS_MAX = 24;

    private static final byte[] HEAD = Ascii.bytes(" obj\n");
    private static final byte[] END = Ascii.bytes("\nendobj\n");
    private static final byte[] TABLE = Ascii.bytes("xref\n");
    private static final byte[] IN_USE = Ascii.bytes(" n \n");
    private static final byte[] TRAILER = Ascii.bytes("trailer\n<<");
    private static final byte[] STREAM = Ascii.bytes("<</Type/XRef/W[1 4 2]/Index[");
    private static final byte[] LENGTH = Ascii.bytes("]/Length ");
    private static final byte[] DATA = Ascii.bytes(">>\nstream\n");
    private static final byte[] DATA_END = Ascii.bytes("\nendstream\nendobj\n");
    private static final byte[] START = Ascii.bytes("startxref\n");
    private static final byte[] EOF = Ascii.bytes("\n%%EOF\n");
    private static final int ROW_BYTES = 7;

    private final int[] numbers = new int[OBJECTS_MAX];
    private final int[] generations = new int[OBJECTS_MAX];
    private final int[] offsets = new int[OBJECTS_MAX];
    private int count;

    void begin() {
        count = 0;
    }

    /** Writes the head of an object that is written anew. */
    Update head(Reference of, Update out) throws StampRefusedException {
        return head(of.number(), of.generation(), out);
    }

    /** Writes the head of a new object. */
    Update head(int number, Update out) throws StampRefusedException {
        return head(number, 0, out);
    }

    private Update head(int number, int generation, Update out) throws StampRefusedException {
        note(number, generation, out.offset());
        return out.number(number).one(' ').number(generation).text(HEAD);
    }

    /** Writes the end of an object. */
    void end(Update out) {
        out.text(END);
    }

    /** Keeps the objects in the order of their numbers. */
    private void note(int number, int generation, int offset) throws StampRefusedException {
        int at = count++;
        for (; at > 0 && numbers[at - 1] > number; at--) {
            numbers[at] = numbers[at - 1];
            generations[at] = generations[at - 1];
            offsets[at] = offsets[at - 1];
        }
        if (at > 0 && numbers[at - 1] == number) {
            throw StampRefusedException.damaged(
                    "object %d is two of page, form, catalog and tree at once".formatted(number));
        }
        numbers[at] = number;
        generations[at] = generation;
        offsets[at] = offset;
    }

    /**
     * Writes the section and the end of the file, if the document takes none of the objects for something else.
     *
     * @param next the first object number that is not in use, which a stream takes for itself
     */
    void write(DocumentTail document, int next, byte[] serialDigits, Update out) throws StampRefusedException {
        int start = out.offset();
        document.requirePlain(numbers, count);
        if (document.usesStreams()) {
            head(next, out).text(STREAM);
            writeIndex(out);
            out.text(LENGTH).number((long) count * ROW_BYTES);
            document.writeTrailer(next + 1, serialDigits, out);
            out.text(DATA);
            writeStreamRows(out);
            out.text(DATA_END);
        } else {
            writeTable(out.text(TABLE));
            document.writeTrailer(next, serialDigits, out.text(TRAILER));
            out.one('>').one('>').one('\n');
        }
        out.text(START).number(start).text(EOF);
    }

    private void writeTable(Update out) {
        for (int i = 0; i < count; i++) {
            if (beginsRun(i)) {
                out.number(numbers[i]).one(' ').number(runLength(i)).one('\n');
            }
            out.number(offsets[i], 10).one(' ').number(generations[i], 5).text(IN_USE);
        }
    }

    private void writeIndex(Update out) {
        for (int i = 0; i < count; i++) {
            if (beginsRun(i)) {
                out.number(numbers[i]).one(' ').number(runLength(i)).one(' ');
            }
        }
    }

    private void writeStreamRows(Update out) {
        for (int i = 0; i < count; i++) {
            out.binary(1, 1).binary(offsets[i], 4).binary(generations[i], 2);
        }
    }

    private boolean beginsRun(int i) {
        return i == 0 || numbers[i - 1] + 1 != numbers[i];
    }

    private int runLength(int from) {
        int length = 1;
        while (from + length < count && numbers[from + length] == numbers[from] + length) {
            length++;
        }
        return length;
    }
}
