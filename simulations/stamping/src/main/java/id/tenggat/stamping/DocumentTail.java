package id.tenggat.stamping;

import java.util.Arrays;

/**
 * The end of a document: where its cross-reference starts, and its newest trailer (ISO 32000-1, 7.5.5). Nothing is
 * repaired. Used again for other documents; not safe for several threads.
 */
final class DocumentTail {

    private static final byte[] HEADER = Ascii.bytes("%PDF-");
    private static final byte[] START = Ascii.bytes("startxref");
    private static final byte[] EOF = Ascii.bytes("%%EOF");
    private static final Key[] OF_SECTION = {
        Key.DECODE_PARMS, Key.FILTER, Key.ID, Key.INDEX, Key.LENGTH, Key.PREV, Key.SIZE, Key.TYPE, Key.W
    };
    private static final byte[] SIZE = Ascii.bytes("/Size ");
    private static final byte[] PREV = Ascii.bytes("/Prev ");
    private static final byte[] ID = Ascii.bytes("/ID[");

    /** Behind the end mark there may be this much white space. */
    private static final int SEARCHED_BYTES = 1024;

    private final Lexer file;
    private final CrossReference crossReference;
    private final Objects objects;
    private final Items identifiers;
    private int start;
    private final Reference catalogAt = new Reference();

    DocumentTail(Lexer file, CrossReference crossReference, Objects objects, Effort effort) {
        this.file = file;
        this.crossReference = crossReference;
        this.objects = objects;
        this.identifiers = new Items(effort);
    }

    /** Reads the file's cross-reference sections. */
    void read() throws StampRefusedException {
        if (!isPdf()) {
            throw new StampRefusedException(new Refusal.NotAPdf());
        }
        start = startOffset();
        crossReference.read(start);
    }

    /** Lets go of the file's bytes. */
    void release() {
        crossReference.release();
    }

    private boolean isPdf() {
        return file.end() >= HEADER.length && startsWith(HEADER, 0);
    }

    private boolean startsWith(byte[] word, int at) {
        return at + word.length <= file.end()
                && Arrays.equals(file.bytes(), at, at + word.length, word, 0, word.length);
    }

    private int startOffset() throws StampRefusedException {
        file.at = lastStart() + START.length;
        skipWhiteSpace();
        int offset = file.unsigned();
        skipWhiteSpace();
        if (!startsWith(EOF, file.at)) {
            throw StampRefusedException.damaged("its end mark %%EOF is missing");
        }
        file.at += EOF.length;
        skipWhiteSpace();
        if (file.at != file.end()) {
            throw StampRefusedException.damaged("something stands behind its end mark %%EOF");
        }
        return offset;
    }

    private int lastStart() throws StampRefusedException {
        int first = Math.max(0, file.end() - SEARCHED_BYTES);
        for (int at = file.end() - START.length; at >= first; at--) {
            if (startsWith(START, at)) {
                return at;
            }
        }
        throw StampRefusedException.damaged("its last %d bytes have no startxref".formatted(SEARCHED_BYTES));
    }

    /** Not comments: the end mark looks like one. */
    private void skipWhiteSpace() {
        while (file.at < file.end() && file.here() <= ' ' && file.here() >= 0) {
            file.at++;
        }
    }

    /** The catalog, where it must be. */
    Lexer catalog() throws StampRefusedException {
        Entries trailer = crossReference.trailer();
        trailer.require(Key.ROOT);
        if (!catalogAt.read(trailer.lexer())) {
            throw StampRefusedException.damaged("its trailer's /Root is no reference");
        }
        return objects.required(trailer, Key.ROOT);
    }

    /** The catalog's object. */
    Reference catalogAt() {
        return catalogAt;
    }

    /** The lowest object number that is free, with all above it. */
    int firstFree() {
        return crossReference.size();
    }

    /** Refuses a document that takes one of some objects, which an update writes, for an object stream. */
    void requirePlain(int[] numbers, int count) throws StampRefusedException {
        crossReference.requirePlain(numbers, count);
    }

    /** Whether the newest cross-reference section is a stream. */
    boolean usesStreams() {
        return crossReference.newestIsStream();
    }

    /** Writes the entries of an update's trailer: those of the newest one, but for what tells of the section itself (7.5.6). */
    void writeTrailer(int size, byte[] serialDigits, Update out) throws StampRefusedException {
        Entries trailer = crossReference.trailer();
        trailer.copyBut(OF_SECTION, out);
        out.text(SIZE).number(size);
        writeIdentifiers(trailer, serialDigits, out);
        out.text(PREV).number(start);
    }

    /** The first identifier stays, the second tells this version of the file (14.4). */
    private void writeIdentifiers(Entries trailer, byte[] serialDigits, Update out) throws StampRefusedException {
        identifiers.read(trailer, Key.ID, objects);
        if (identifiers.next()) {
            out.text(ID);
            copyValue(identifiers.item(), out);
            out.one('(').text(serialDigits).one(')').one(']');
        }
    }

    private static void copyValue(Lexer at, Update out) throws StampRefusedException {
        int from = at.at;
        at.skipValue();
        out.copy(at.bytes(), from, at.at);
    }
}
