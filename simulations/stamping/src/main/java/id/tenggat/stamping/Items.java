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
        start = 0;
        end = 0;
        behind = 0;
        if (array == null) {
            return;
        }
        if (array.here() != '[') {
            throw StampRefusedException.damaged("at byte %d must stand an array".formatted(array.at));
        }
        lexer = array;
        start = array.at + 1;
        array.skipValue();
        end = array.at - 1;
        behind = start;
        effort.read(array.takePassed());
    }

    /** Begins with the array of an entry, which may be an object of its own; without the entry there is nothing. */
    void read(Entries of, Key key, Objects objects) throws StampRefusedException {
        if (of.find(key) && of.lexer().here() == '[') {
            lexer = of.lexer();
            start = lexer.at + 1;
            end = of.foundEnd() - 1;
            behind = start;
        } else {
            read(objects.value(of, key));
        }
    }

    /** Begins with a value that stands for an array of itself. */
    void readOne(Lexer value) throws StampRefusedException {
        lexer = value;
        start = value.at;
        value.skipValue();
        end = value.at;
        behind = start;
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
