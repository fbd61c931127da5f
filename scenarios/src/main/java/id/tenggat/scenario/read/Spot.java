package id.tenggat.scenario.read;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
record Spot(int line, int column) {

    static final Spot START = new Spot(1, 1);

    /** The place some columns to the right. */
    Spot right(int columns) {
        return new Spot(line, column + columns);
    }
}
