package id.tenggat.stamping;

import java.util.Arrays;

/** The ranges of object numbers that a file's cross-reference has rows for, in the order in which they are looked through. */
final class Subsections {

    /** More ranges than a document that is updated often has; a range may be of no objects. */
    private static final int RANGES_MAX = 10_000;

    private static final int FIELDS = 4;
    private static final int FIRST = 0;
    private static final int COUNT = 1;
    private static final int ROWS_AT = 2;
    private static final int WIDTHS = 3;

    private final Effort effort;
    private final int objectsMax;
    private int[] fields = new int[16 * FIELDS];
    private int count;
    private long objects;
    private long beyondLast;

    Subsections(Effort effort, int objectsMax) {
        this.effort = effort;
        this.objectsMax = objectsMax;
    }

    void clear() {
        count = 0;
        objects = 0;
        beyondLast = 0;
    }

    /**
     * Adds a range behind the others.
     *
     * @param widths of a row's fields, {@link RowWidths}; 0 for the rows of a table
     */
    void add(int first, int rows, int rowsAt, int widths) throws StampRefusedException {
        objects += rows;
        if (objects > objectsMax) {
            throw new StampRefusedException(new Refusal.TooManyObjects(objects, objectsMax));
        }
        if (count == RANGES_MAX) {
            throw StampRefusedException.damaged("its cross-reference has more than " + RANGES_MAX + " ranges");
        }
        beyondLast = Math.max(beyondLast, (long) first + rows);
        int at = FIELDS * count++;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, 2 * at);
        }
        fields[at + FIRST] = first;
        fields[at + COUNT] = rows;
        fields[at + ROWS_AT] = rowsAt;
        fields[at + WIDTHS] = widths;
    }

    /** The highest object number that has a row, plus 1. */
    long beyondLast() {
        return beyondLast;
    }

    /** The first range that has an object number, or -1. */
    int of(int number) throws StampRefusedException {
        for (int i = 0; i < count; i++) {
            int first = fields[FIELDS * i + FIRST];
            if (number >= first && number - first < fields[FIELDS * i + COUNT]) {
                effort.read(i);
                return i;
            }
        }
        effort.read(count);
        return -1;
    }

    /** How many ranges there are. */
    int count() {
        return count;
    }

    /** How many rows a range has. */
    int rows(int subsection) {
        return fields[FIELDS * subsection + COUNT];
    }

    /** Whether the object of a range's row has none in the ranges before. */
    boolean isNewest(int row, int subsection) throws StampRefusedException {
        return of(fields[FIELDS * subsection + FIRST] + row) == subsection;
    }

    /** Which row of its range an object number has, from 0. */
    int rowOf(int number, int subsection) {
        return number - fields[FIELDS * subsection + FIRST];
    }

    /** Where a range's first row stands. */
    int rowsAt(int subsection) {
        return fields[FIELDS * subsection + ROWS_AT];
    }

    /** The widths of a range's fields; 0 for the rows of a table. */
    int widths(int subsection) {
        return fields[FIELDS * subsection + WIDTHS];
    }
}
