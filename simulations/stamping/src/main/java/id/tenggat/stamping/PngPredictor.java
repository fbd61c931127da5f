package id.tenggat.stamping;

/** Undoes PNG's row filters (RFC 2083, chapter 6) for samples of one byte, in place. */
final class PngPredictor {

    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private PngPredictor() {}

    /**
     * Every row begins with the byte that tells its filter; a last row may be short.
     *
     * @return how many bytes remain, from the start
     */
    static int undo(byte[] bytes, int length, int columns) throws StampRefusedException {
        int to = 0;
        for (int from = 0; from < length; from += columns + 1) {
            int filter = bytes[from];
            int samples = Math.min(columns, length - from - 1);
            if (samples == 0) {
                throw StampRefusedException.damaged("a stream's last row tells its predictor and has nothing more");
            }
            System.arraycopy(bytes, from + 1, bytes, to, samples);
            undoRow(filter, bytes, to, to + samples, columns);
            to += samples;
        }
        return to;
    }

    private static void undoRow(int filter, byte[] bytes, int from, int to, int columns) throws StampRefusedException {
        switch (filter) {
            case NONE -> {}
            case UP -> undoUp(bytes, from, to, columns);
            case SUB, AVERAGE, PAETH -> undoOther(filter, bytes, from, to, columns);
            default -> throw StampRefusedException.damaged("a stream's row has the unknown predictor " + filter);
        }
    }

    /** By far the most frequent one. */
    private static void undoUp(byte[] bytes, int from, int to, int columns) {
        for (int i = from < columns ? to : from; i < to; i++) {
            bytes[i] += bytes[i - columns];
        }
    }

    private static void undoOther(int filter, byte[] bytes, int from, int to, int columns) {
        for (int i = from; i < to; i++) {
            int left = i > from ? bytes[i - 1] & 0xff : 0;
            int up = i >= columns ? bytes[i - columns] & 0xff : 0;
            int upLeft = i > from && i > columns ? bytes[i - columns - 1] & 0xff : 0;
            bytes[i] += (byte)
                    switch (filter) {
                        case SUB -> left;
                        case AVERAGE -> (left + up) / 2;
                        default -> paeth(left, up, upLeft);
                    };
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
