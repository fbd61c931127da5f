package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.SerialNumber;

/**
 * What a peer's stamp shows on white ground: the word SPECIMEN, the QR code and the serial number, as large as the product's
 * and in the same place. Lengths are in points, from the stamp's lower left corner.
 *
 * @param side the square's side
 */
record PeerFace(SerialNumber serial, float side) {

    /**
     * One line of text.
     *
     * @param size of the font
     * @param y of the baseline
     */
    record Line(String text, float size, float x, float y) {}

    /** In Helvetica-Bold. */
    Line word() {
        return new Line("SPECIMEN", .09f * side, .265f * side, .9f * side);
    }

    /** In Helvetica. */
    Line number() {
        return new Line(serial.digits(), .07f * side, .072f * side, .104f * side);
    }

    /** The left edge of the QR code's image, quiet zone included. */
    float codeX() {
        return .2f * side;
    }

    /** Its lower edge. */
    float codeY() {
        return .224f * side;
    }

    float codeSide() {
        return .6f * side;
    }
}
