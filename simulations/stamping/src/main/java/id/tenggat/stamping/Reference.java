package id.tenggat.stamping;

/** An object's number and generation, as references name it. Used again for others. */
final class Reference {

    private int number;
    private int generation;

    /** Names no object. */
    void clear() {
        set(0, 0);
    }

    void set(int itsNumber, int itsGeneration) {
        number = itsNumber;
        generation = itsGeneration;
    }

    /** Takes the reference that may stand at a lexer's place, which stays; false if there is none, and then no object is named. */
    boolean read(Lexer at) throws StampRefusedException {
        clear();
        if (!at.isReference()) {
            return false;
        }
        int from = at.at;
        number = at.unsigned();
        at.skipBlank();
        generation = at.unsigned();
        at.at = from;
        return true;
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
