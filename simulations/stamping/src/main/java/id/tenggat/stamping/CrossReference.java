package id.tenggat.stamping;

/**
 * Where a file's objects are: its cross-reference sections, tables or streams, newest first (ISO 32000-1, 7.5.4 and 7.5.8).
 * A row is read when its object is asked for. Used again for other files; not safe for several threads.
 */
final class CrossReference {

    /** Longer chains of updates are not followed. */
    static final int UPDATES_MAX = 256;

    /** Object numbers that readers take (ISO 32000-1, annex C). */
    private static final int SIZE_MAX = 8_388_607;

    private static final byte[] XREF = Ascii.bytes("xref");
    private static final byte[] TRAILER = Ascii.bytes("trailer");
    private static final int TABLE_ROW_BYTES = 20;

    /** Where an object is. */
    enum Where {
        NOWHERE,
        AT_OFFSET,
        IN_STREAM
    }

    private final Lexer file;
    private final Effort effort;
    private final Streams streams;
    private final Subsections subsections;
    private final StreamRows streamRows = new StreamRows();
    private final Inflation inflation;
    private final Entries trailer = new Entries();
    private final Entries olderTrailer = new Entries();
    private final Reference head = new Reference();
    private final int[] sections = new int[UPDATES_MAX];
    private int sectionCount;
    private int size;
    private boolean newestIsStream;
    private long place;
    private int detail;

    CrossReference(Lexer file, Effort effort, int objectsMax) {
        this.file = file;
        this.effort = effort;
        this.streams = new Streams(file, effort);
        this.subsections = new Subsections(effort, objectsMax);
        this.inflation = new Inflation(effort);
    }

    /** Reads all sections, from the newest, which stands at an offset. */
    void read(int startOffset) throws StampRefusedException {
        sectionCount = 0;
        streamRows.clear();
        subsections.clear();
        newestIsStream = !readSection(startOffset, trailer);
        size = trailer.unsigned(Key.SIZE);
        if (size > SIZE_MAX) {
            throw new StampRefusedException(new Refusal.TooManyObjects(size, SIZE_MAX));
        }
        for (Entries newer = trailer; newer.find(Key.PREV) && !file.isNull(); newer = olderTrailer) {
            readSection(newer.unsigned(Key.PREV), olderTrailer);
        }
        if (subsections.beyondLast() > size) {
            throw StampRefusedException.damaged("its trailer's /Size is below its object numbers");
        }
    }

    /** Lets go of the file's bytes. */
    void release() {
        inflation.clear();
    }

    /** Whether it was a table. */
    private boolean readSection(int offset, Entries itsTrailer) throws StampRefusedException {
        requireNew(offset);
        file.seek(offset);
        boolean table = file.isAt(XREF);
        if (table) {
            readTable(itsTrailer);
        } else {
            readStream(itsTrailer);
        }
        if (itsTrailer.find(Key.ENCRYPT)) {
            throw new StampRefusedException(new Refusal.Encrypted());
        }
        if (itsTrailer.find(Key.XREF_STREAM)) {
            throw new StampRefusedException(new Refusal.Unsupported("hybrid cross-reference"));
        }
        return table;
    }

    private void requireNew(int offset) throws StampRefusedException {
        for (int i = 0; i < sectionCount; i++) {
            if (sections[i] == offset) {
                throw StampRefusedException.damaged("its cross-reference goes round");
            }
        }
        if (sectionCount == UPDATES_MAX) {
            throw new StampRefusedException(new Refusal.TooManyUpdates(UPDATES_MAX));
        }
        sections[sectionCount++] = offset;
    }

    private void readTable(Entries itsTrailer) throws StampRefusedException {
        file.require(XREF);
        file.skipBlank();
        while (file.isDigit()) {
            skipSubsection();
            file.skipBlank();
        }
        file.require(TRAILER);
        file.skipBlank();
        itsTrailer.read(file, effort);
    }

    private void skipSubsection() throws StampRefusedException {
        int first = file.unsigned();
        file.skipBlank();
        int count = file.unsigned();
        file.skipBlank();
        subsections.add(first, count, file.at, 0);
        long end = file.at + (long) count * TABLE_ROW_BYTES;
        if (end > file.end()) {
            throw StampRefusedException.damaged("its cross-reference table is longer than the file");
        }
        file.at = (int) end;
    }

    private void readStream(Entries itsTrailer) throws StampRefusedException {
        head.readHead(file);
        itsTrailer.read(file, effort);
        int end = file.at;
        itsTrailer.require(Key.TYPE);
        if (!file.isName(Key.XREF)) {
            throw StampRefusedException.damaged("what should be its cross-reference stream is something else");
        }
        itsTrailer.require(Key.W);
        int widths = RowWidths.read(file);
        addSubsections(itsTrailer, widths);
        streams.open(itsTrailer, end, itsTrailer.unsigned(Key.LENGTH), inflation);
        streamRows.take(inflation);
    }

    /** Without an index there is one range, from 0. */
    private void addSubsections(Entries itsTrailer, int widths) throws StampRefusedException {
        if (!itsTrailer.find(Key.INDEX)) {
            addSubsection(0, itsTrailer.unsigned(Key.SIZE), widths);
            return;
        }
        if (file.here() != '[') {
            throw StampRefusedException.damaged("a cross-reference stream's /Index is no array");
        }
        file.at++;
        for (file.skipBlank(); file.here() != ']'; file.skipBlank()) {
            int first = file.unsigned();
            file.skipBlank();
            addSubsection(first, file.unsigned(), widths);
        }
    }

    private void addSubsection(int first, int count, int widths) throws StampRefusedException {
        subsections.add(first, count, streamRows.end(), widths);
        streamRows.expect(count * RowWidths.sum(widths));
    }

    /** The newest section's trailer. */
    Entries trailer() {
        return trailer;
    }

    /** The highest object number in use or once in use, plus 1. */
    int size() {
        return size;
    }

    /** Whether the newest section is a stream. */
    boolean newestIsStream() {
        return newestIsStream;
    }

    /** Looks an object up; {@link #place} and {@link #detail} tell more. */
    Where locate(int number) throws StampRefusedException {
        int subsection = subsections.of(number);
        if (subsection < 0) {
            return Where.NOWHERE;
        }
        int row = subsections.rowOf(number, subsection);
        int widths = subsections.widths(subsection);
        return widths == 0
                ? readTableRow(subsections.rowsAt(subsection) + row * TABLE_ROW_BYTES)
                : readStreamRow(subsections.rowsAt(subsection) + row * RowWidths.sum(widths), widths);
    }

    /** Of the object last looked up: its offset in the file, or its object stream's number. */
    long place() {
        return place;
    }

    /** Of the object last looked up: its generation, or which one it is in its object stream. */
    int detail() {
        return detail;
    }

    /** {@code nnnnnnnnnn ggggg n}, and two bytes of line end. */
    private Where readTableRow(int at) throws StampRefusedException {
        byte[] bytes = file.bytes();
        place = digits(bytes, at, 10);
        detail = (int) digits(bytes, at + 11, 5);
        byte kind = bytes[at + 17];
        if (bytes[at + 10] != ' ' || bytes[at + 16] != ' ' || (kind != 'n' && kind != 'f')) {
            throw StampRefusedException.damaged("at byte %d must stand a row of a cross-reference table".formatted(at));
        }
        return kind == 'n' ? Where.AT_OFFSET : Where.NOWHERE;
    }

    private static long digits(byte[] bytes, int from, int count) throws StampRefusedException {
        long value = 0;
        for (int at = from; at < from + count; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                throw StampRefusedException.damaged("at byte %d must stand a digit".formatted(at));
            }
            value = 10 * value + bytes[at] - '0';
        }
        return value;
    }

    /** A type that is not known means an object that is null (table 18). */
    private Where readStreamRow(int at, int widths) throws StampRefusedException {
        int type = RowWidths.of(widths, 0);
        int first = RowWidths.of(widths, 1);
        long kind = type == 0 ? 1 : streamRows.field(at, type);
        place = streamRows.field(at + type, first);
        long third = streamRows.field(at + type + first, RowWidths.of(widths, 2));
        detail = (int) Math.min(third, Integer.MAX_VALUE);
        if (place < 0 || third < 0) {
            throw StampRefusedException.damaged("a cross-reference stream has an offset beyond every file");
        }
        return kind == 1 ? Where.AT_OFFSET : kind == StreamRows.MEMBER ? Where.IN_STREAM : Where.NOWHERE;
    }

    /** Refuses a file that takes one of some objects, which an update writes, for an object stream. */
    void requirePlain(int[] numbers, int count) throws StampRefusedException {
        streamRows.requireNoMembersOf(numbers, count, subsections);
    }
}
