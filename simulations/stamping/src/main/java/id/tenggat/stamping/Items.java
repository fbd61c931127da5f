package id.tenggat.stamping;

import org.jspecify.annotations.Nullable;

/** The items of one array, in order. Used again for other arrays; not safe for several threads. */
final class Items {

    private final Effort effort;
    private Lexer lexer = new Lexer();
    private int start;
    private int end;
    private int behind;

    Items(Effort effort) {
        this.effort = effort;
    }

    /** Begins with the array that must stand at a lexer's place; null is an array of nothing. */
    void read(@Nullable Lexer array) throws StampRefusedException {
        if (array == null) {
            begin(lexer, 0, 0);
            return;
        }
        if (array.here() != '[') {
            throw StampRefusedException.damaged("at byte %d must stand an array".formatted(array.at));
        }
        int from = array.at;
        array.skipValue();
        begin(array, from + 1, array.at - 1);
        effort.read(array.takePassed());
    }

    private void begin(Lexer source, int from, int to) {
        lexer = source;
        start = from;
        end = to;
        behind = from;
    }

    /** Begins with the array of an entry, which may be an object of its own; without the entry there is nothing. */
    void read(Entries of, Key key, Objects objects) throws StampRefusedException {
        if (of.find(key) && of.lexer().here() == '[') {
            begin(of.lexer(), of.lexer().at + 1, of.foundEnd() - 1);
        } else {
            read(objects.value(of, key));
        }
    }

    /** Begins with a value that stands for an array of itself. */
    void readOne(Lexer value) throws StampRefusedException {
        int from = value.at;
        value.skipValue();
        begin(value, from, value.at);
        effort.read(value.takePassed());
    }

    /** Goes to the next item; {@link #item} gives it. False if there is none. */
    boolean next() throws StampRefusedException {
        if (behind == end) {
            return false;
        }
        lexer.at = behind;
        lexer.skipBlank();
        int at = lexer.at;
        if (at == end) {
            behind = end;
            return false;
        }
        lexer.skipValue();
        behind = lexer.at;
        lexer.at = at;
        effort.read(lexer.takePassed());
        return true;
    }

    /** A lexer at the start of the item that was gone to; it may be moved. */
    Lexer item() {
        return lexer;
    }

    /** Copies all items as they are written. */
    void copy(Update out) {
        out.copy(lexer.bytes(), start, end);
    }
}
