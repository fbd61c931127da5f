package id.tenggat.stamping;

/** Finds a stream's bytes behind its dictionary, and begins to decode them (ISO 32000-1, 7.3.8). */
final class Streams {

    private static final byte[] STREAM = Ascii.bytes("stream");
    private static final byte[] END = Ascii.bytes("endstream");
    private static final int PREDICTOR_PNG_MIN = 10;
    private static final int PREDICTOR_PNG_MAX = 15;

    /** A predictor's row; those of honest cross-reference streams have at most 20 samples. */
    private static final int COLUMNS_MAX = 4096;

    private final Lexer file;
    private final Entries parameters = new Entries();
    private final Effort effort;

    Streams(Lexer file, Effort effort) {
        this.file = file;
        this.effort = effort;
    }

    /**
     * Begins with the stream whose dictionary was read and ends at a place.
     *
     * @param length of the stream as it stands in the file, in bytes
     */
    void open(Entries dictionary, int dictionaryEnd, int length, Inflation into) throws StampRefusedException {
        boolean flate = isFlate(dictionary);
        int columns = predictorColumns(dictionary);
        file.at = dictionaryEnd;
        skipKeyword();
        int from = file.at;
        if (length > file.end() - from) {
            throw StampRefusedException.damaged("the stream at byte %d is longer than the file".formatted(from));
        }
        file.at = from + length;
        file.skipBlank();
        file.require(END);
        if (flate) {
            into.begin(file.bytes(), from, from + length);
        } else {
            into.copy(file.bytes(), from, from + length);
        }
        if (columns > 0) {
            into.undoPredictor(columns);
        }
    }

    private void skipKeyword() throws StampRefusedException {
        file.skipBlank();
        file.require(STREAM);
        if (file.here() == '\r') {
            file.at++;
        }
        if (file.here() != '\n') {
            throw StampRefusedException.damaged("a line end is missing at byte " + file.at);
        }
        file.at++;
    }

    /** One filter may stand alone or in an array; null, or an array of nothing, is none. */
    private static boolean isFlate(Entries dictionary) throws StampRefusedException {
        if (!dictionary.find(Key.FILTER) || dictionary.lexer().isNull()) {
            return false;
        }
        Lexer filter = dictionary.lexer();
        boolean array = enterArray(filter);
        if (array && filter.here() == ']') {
            return false;
        }
        if (!filter.isName(Key.FLATE_DECODE) || (array && !endsArray(filter))) {
            throw new StampRefusedException(new Refusal.Unsupported(
                    "its structure is compressed by other means than Flate, or by a reference"));
        }
        return true;
    }

    private static boolean enterArray(Lexer lexer) {
        boolean array = lexer.here() == '[';
        if (array) {
            lexer.at++;
            lexer.skipBlank();
        }
        return array;
    }

    private static boolean endsArray(Lexer lexer) {
        lexer.skipBlank();
        return lexer.here() == ']';
    }

    /** How many samples the rows of the stream's predictor have; 0 without one. */
    private int predictorColumns(Entries dictionary) throws StampRefusedException {
        if (!dictionary.find(Key.DECODE_PARMS)) {
            return 0;
        }
        Lexer parms = dictionary.lexer();
        boolean array = enterArray(parms);
        if (parms.isNull() || (array && parms.here() == ']')) {
            return 0;
        }
        if (!parms.isDictionary()) {
            throw new StampRefusedException(
                    new Refusal.Unsupported("its structure's parameters of compression are a reference"));
        }
        parameters.read(parms, effort);
        int predictor = parameter(Key.PREDICTOR, 1);
        return predictor <= 1 ? 0 : pngColumns(predictor);
    }

    private int pngColumns(int predictor) throws StampRefusedException {
        int columns = parameter(Key.COLUMNS, 1);
        boolean oneByteASample = parameter(Key.COLORS, 1) == 1 && parameter(Key.BITS_PER_COMPONENT, 8) == 8;
        if (predictor < PREDICTOR_PNG_MIN || predictor > PREDICTOR_PNG_MAX || !oneByteASample) {
            throw new StampRefusedException(new Refusal.Unsupported("its structure has a predictor other than PNG's"));
        }
        if (columns < 1 || columns > COLUMNS_MAX) {
            throw StampRefusedException.damaged("a structure stream has predictor rows of " + columns + " columns");
        }
        return columns;
    }

    private int parameter(Key key, int otherwise) throws StampRefusedException {
        return parameters.find(key) ? parameters.unsigned(key) : otherwise;
    }
}
