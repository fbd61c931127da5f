package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is left of the work that one document may ask for. The library inflates cross-reference streams and object streams
 * whole and believes their dictionaries, so each is weighed here first.
 */
final class ReadBudget {

    /** The widest row of a predictor; a cross-reference row has at most 20 bytes, so all honest files are far below. */
    private static final long PREDICTOR_ROW_BITS_MAX = 8L * 4096;

    private final StampLimits limits;
    private long inflatedBytesLeft;
    private long rowsLeft;

    ReadBudget(StampLimits limits) {
        this.limits = limits;
        this.inflatedBytesLeft = limits.inflatedBytes();
        this.rowsLeft = limits.objects();
    }

    /** Weighs a stream if it belongs to the structure; content that a stamp never opens weighs nothing. */
    void charge(COSStream stream) throws IOException {
        boolean crossReference = stream.containsKey(COSName.W);
        if (crossReference) {
            chargeRows(stream);
        }
        if (crossReference || stream.containsKey(COSName.FIRST)) {
            chargeBytes(stream);
        }
    }

    /** Refuses a file of more objects than the limit. */
    void requireObjects(long objects) throws IOException {
        if (objects > limits.objects()) {
            throw new RefusedInput(new Refusal.TooManyObjects(objects, limits.objects()));
        }
    }

    private void chargeRows(COSStream stream) throws IOException {
        if (sum(stream.getCOSArray(COSName.W), 0) < 1) {
            throw new IOException("a cross-reference stream has rows of no width");
        }
        COSArray index = stream.getCOSArray(COSName.INDEX);
        long rows = index == null ? stream.getLong(COSName.SIZE) : sum(index, 1);
        rowsLeft -= Math.max(rows, 0);
        if (rowsLeft < 0) {
            requireObjects(limits.objects() - rowsLeft);
        }
    }

    /** Sums an array's numbers: all (from 0) or, in an array of pairs, the second ones (from 1). */
    private static long sum(COSArray numbers, int from) {
        long sum = 0;
        for (int i = from; i < numbers.size(); i += 1 + from) {
            sum += Math.max(numbers.getInt(i, 0), 0);
        }
        return sum;
    }

    private void chargeBytes(COSStream stream) throws IOException {
        requirePlainFilter(stream.getFilters());
        requireNarrowPredictor(stream);
        try (InputStream raw = stream.createRawInputStream();
                InputStream decoded = stream.getFilters() == null ? raw : new InflaterInputStream(raw)) {
            byte[] chunk = new byte[8192];
            for (int read = decoded.read(chunk); read >= 0; read = decoded.read(chunk)) {
                chargeInflated(read);
            }
        }
    }

    private void chargeInflated(int bytes) throws IOException {
        inflatedBytesLeft -= bytes;
        if (inflatedBytesLeft < 0) {
            throw new RefusedInput(new Refusal.DecompressionBomb(limits.inflatedBytes()));
        }
    }

    private static void requirePlainFilter(COSBase filters) throws IOException {
        COSBase only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        if (only != null && !COSName.FLATE_DECODE.equals(only)) {
            throw new RefusedInput(new Refusal.Unsupported("its structure is compressed by other means than Flate"));
        }
    }

    private static void requireNarrowPredictor(COSStream stream) throws IOException {
        COSBase parms = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase only = parms instanceof COSArray array && array.size() > 0 ? array.getObject(0) : parms;
        if (only instanceof COSDictionary predictor && rowBits(predictor) > PREDICTOR_ROW_BITS_MAX) {
            throw new IOException("a structure stream has predictor rows of " + rowBits(predictor) + " bits");
        }
    }

    private static long rowBits(COSDictionary predictor) {
        double bits = (double) Math.abs(predictor.getInt(COSName.COLUMNS, 1))
                * Math.abs(predictor.getInt(COSName.COLORS, 1))
                * Math.abs(predictor.getInt(COSName.BITS_PER_COMPONENT, 8));
        return (long) bits;
    }
}
