package id.tenggat.stamping;

/** An object stream (ISO 32000-1, 7.5.7), inflated as far as the objects that were asked for. */
final class ObjectStream {

    private final Inflation inflation;
    private final Lexer lexer = new Lexer();
    private final Effort effort;
    private int number;
    private int objects;
    private int first;

    ObjectStream(Effort effort) {
        this.inflation = new Inflation(effort);
        this.effort = effort;
    }

    /** What {@link Streams} decodes into. */
    Inflation inflation() {
        return inflation;
    }

    /** Takes the stream of an object number, whose decoding has begun; its dictionary gives its {@code /N} and {@code /First}. */
    void begin(int objectNumber, Entries dictionary) throws StampRefusedException {
        number = objectNumber;
        objects = dictionary.unsigned(Key.N);
        first = dictionary.unsigned(Key.FIRST);
    }

    /** The object number of the stream itself. */
    int number() {
        return number;
    }

    /** A lexer at the start of the object that has an index in the stream, and must have a number. */
    Lexer object(int index, int objectNumber) throws StampRefusedException {
        if (index >= objects) {
            throw StampRefusedException.damaged("object stream %d has no object %d".formatted(number, index));
        }
        show(first);
        skipPairs(index);
        int found = lexer.unsigned();
        lexer.skipBlank();
        int offset = lexer.unsigned();
        if (found != objectNumber) {
            throw StampRefusedException.damaged("object %d is not in object stream %d".formatted(objectNumber, number));
        }
        show(endOf(index, offset));
        lexer.seek((long) first + offset);
        lexer.skipBlank();
        return lexer;
    }

    private void skipPairs(int index) throws StampRefusedException {
        for (int i = 0; i < index; i++) {
            lexer.unsigned();
            lexer.skipBlank();
            lexer.unsigned();
            lexer.skipBlank();
        }
        effort.read(lexer.at);
    }

    /** Up to where an object reaches at most: the next one's start, or the stream's end. */
    private int endOf(int index, int offset) throws StampRefusedException {
        if (index + 1 == objects) {
            return Integer.MAX_VALUE;
        }
        lexer.skipBlank();
        lexer.unsigned();
        lexer.skipBlank();
        int next = lexer.unsigned();
        return next > offset ? (int) Math.min((long) first + next, Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    private void show(int wanted) throws StampRefusedException {
        inflation.inflate(wanted);
        lexer.reset(inflation.bytes(), 0, inflation.length());
        lexer.skipBlank();
    }
}
