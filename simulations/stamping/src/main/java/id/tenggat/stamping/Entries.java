package id.tenggat.stamping;

import java.util.Arrays;

/**
 * Where the entries of one dictionary stand, found in one pass. Used again for other dictionaries; not safe for several
 * threads.
 */
final class Entries {

    /** A dictionary of more entries is no page, catalog or form. */
    private static final int ENTRIES_MAX = 10_000;

    private static final int FIELDS = 4;
    private static final int KEY_START = 0;
    private static final int KEY_END = 1;
    private static final int VALUE_START = 2;
    private static final int VALUE_END = 3;

    private int[] places = new int[32 * FIELDS];
    private int count;
    private int foundEnd;
    private Lexer lexer = new Lexer();

    /** Reads the dictionary that must stand here, and leaves the lexer behind it. */
    void read(Lexer from, Effort effort) throws StampRefusedException {
        lexer = from;
        count = 0;
        if (!from.isDictionary()) {
            throw StampRefusedException.damaged("at byte " + from.at + " must stand a dictionary");
        }
        from.at += 2;
        for (from.skipBlank(); !from.isDictionaryEnd(); from.skipBlank()) {
            readEntry(from);
        }
        from.at += 2;
        effort.read(from.takePassed());
    }

    private void readEntry(Lexer from) throws StampRefusedException {
        if (from.here() != '/') {
            throw StampRefusedException.damaged(
                    "at byte " + from.at + " must stand a key or the end of its dictionary");
        }
        int at = roomForEntry();
        places[at + KEY_START] = from.at + 1;
        from.skipValue();
        places[at + KEY_END] = from.at;
        from.skipBlank();
        places[at + VALUE_START] = from.at;
        from.skipValue();
        places[at + VALUE_END] = from.at;
    }

    private int roomForEntry() throws StampRefusedException {
        if (count == ENTRIES_MAX) {
            throw StampRefusedException.damaged("a dictionary has more than " + ENTRIES_MAX + " entries");
        }
        int at = FIELDS * count++;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
        }
        return at;
    }

    /** Whether there is such an entry; if so, its lexer is left at the start of the value. */
    boolean find(Key key) throws StampRefusedException {
        int found = -1;
        for (int at = 0; at < FIELDS * count; at += FIELDS) {
            if (key.is(lexer.bytes(), places[at + KEY_START], places[at + KEY_END])) {
                if (found >= 0) {
                    throw StampRefusedException.damaged("a dictionary has two entries /" + key);
                }
                found = at;
            }
        }
        if (found >= 0) {
            lexer.at = places[found + VALUE_START];
            foundEnd = places[found + VALUE_END];
        }
        return found >= 0;
    }

    /** Where the value of the entry that was found last ends. */
    int foundEnd() {
        return foundEnd;
    }

    /** As {@link #find}, where the entry must be. */
    void require(Key key) throws StampRefusedException {
        if (!find(key)) {
            throw StampRefusedException.damaged("a dictionary lacks its entry /" + key);
        }
    }

    /** The whole number, from 0, of an entry that must be there, and may be no reference. */
    int unsigned(Key key) throws StampRefusedException {
        require(key);
        if (lexer.isReference()) {
            throw StampRefusedException.damaged("an entry /%s is a reference, which is not followed".formatted(key));
        }
        return lexer.unsigned();
    }

    /** What the places are places of. */
    Lexer lexer() {
        return lexer;
    }

    /** Copies the entries as they are written, but for some. */
    void copyBut(Key[] left, Update out) {
        for (int at = 0; at < FIELDS * count; at += FIELDS) {
            if (!isAny(left, places[at + KEY_START], places[at + KEY_END])) {
                out.copy(lexer.bytes(), places[at + KEY_START] - 1, places[at + VALUE_END]);
            }
        }
    }

    private boolean isAny(Key[] keys, int keyStart, int keyEnd) {
        for (Key key : keys) {
            if (key.is(lexer.bytes(), keyStart, keyEnd)) {
                return true;
            }
        }
        return false;
    }
}
