package id.tenggat.stamping;

/** An object's number and generation, as references name it. Used again for others. */
final class Reference {

    private static final byte[] OBJECT = Ascii.bytes("obj");

    private int number;
    private int generation;

    /** Names no object. */
    void clear() {
        number = 0;
        generation = 0;
    }

    /** Takes the reference that may stand at a lexer's place, which stays; false if there is none, and then no object is named. */
    boolean read(Lexer at) throws StampRefusedException {
        clear();
        if (!at.isReference()) {
            return false;
        }
        int from = at.at;
        readNumbers(at);
        at.at = from;
        return true;
    }

    /** Takes the head of an object that must stand at a lexer's place, {@code 12 0 obj}, which is then at what follows. */
    void readHead(Lexer at) throws StampRefusedException {
        readNumbers(at);
        at.skipBlank();
        at.require(OBJECT);
        at.skipBlank();
    }

    private void readNumbers(Lexer at) throws StampRefusedException {
        number = at.unsigned();
        at.skipBlank();
        generation = at.unsigned();
    }

    /** Whether it names an object: 0 is never one (ISO 32000-1, 7.5.4). */
    boolean isThere() {
        return number != 0;
    }

    int number() {
        return number;
    }

    int generation() {
        return generation;
    }

    /** Writes it. */
    void write(Update out) {
        out.number(number).one(' ').number(generation).one(' ').one('R');
    }
}
