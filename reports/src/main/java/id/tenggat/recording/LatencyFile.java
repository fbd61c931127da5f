package id.tenggat.recording;

import id.tenggat.state.State;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.zip.Adler32;

/** {@link LatencyLog}'s file while it is written. */
final class LatencyFile implements GrowingFile {

    /** HdrHistogram's compressed encoding V2: its cookie, the length, a zlib stream (RFC 1950) of the plain encoding. */
    private static final int COOKIE = 0x1c849314;

    private static final int COOKIE_BYTES = 2 * Integer.BYTES;
    /** Deflated data in stored blocks (RFC 1951, 3.2.4), a window of 32 KiB, no dictionary. */
    private static final short ZLIB_STORED = 0x7801;

    private static final int STORED_HEADER_BYTES = 5;
    private static final int STORED_MOST_BYTES = 0xFFFF;
    private static final int ADLER_BYTES = 4;

    private static final int US_PER_MS = 1000;

    private final Path file;
    private final double intervalSeconds;
    private final int headerBytes;
    private final OutputStream stream;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private ByteBuffer plain = ByteBuffer.allocate(0);

    LatencyFile(Path file, Provenance.Axis axis) {
        this.file = file;
        this.intervalSeconds = axis.calendarSeconds();
        try {
            this.stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
        append(LatencyLog.header(axis));
        this.headerBytes = block.size();
        flush();
    }

    /** Writes an interval and clears it. */
    void write(int interval, OpenLatencies open) {
        open.drainInto(writer(interval));
        flush();
    }

    /** Writes from sent what was not served in an interval. */
    void writeUncorrected(int interval, OpenLatencies open) {
        open.uncorrectedInto(writer(interval));
        flush();
    }

    private BiConsumer<LatencyCounts, List<String>> writer(int interval) {
        String span = String.format(Locale.ROOT, ",%.3f,%.3f,", interval * intervalSeconds, intervalSeconds);
        return (counts, tags) -> {
            if (counts.total() > 0) {
                write(tags, span, counts);
            }
        };
    }

    private void write(List<String> tags, String span, LatencyCounts counts) {
        String max = milliseconds(counts.maxUs()) + ',';
        byte[] encoded = encoded(counts);
        for (String tag : tags) {
            append("Tag=" + tag + span + max);
            block.writeBytes(encoded);
            block.write('\n');
        }
    }

    /** With three decimals; {@link String#format} takes as long as the whole encoding. */
    private static String milliseconds(long us) {
        return us / US_PER_MS + "."
                + Integer.toString((int) (us % US_PER_MS) + US_PER_MS).substring(1);
    }

    /**
     * In Base64. The counts are stored, not deflated: deflating takes several times as long as all the rest and halves the
     * file at best.
     */
    private byte[] encoded(LatencyCounts counts) {
        int most = counts.mostBytes();
        if (plain.capacity() < most) {
            plain = ByteBuffer.allocate(2 * most);
        }
        plain.clear();
        counts.encode(plain);
        return Base64.getEncoder().encode(stored(plain.array(), plain.position()));
    }

    private static byte[] stored(byte[] bytes, int length) {
        int blocks = Math.max(1, (length + STORED_MOST_BYTES - 1) / STORED_MOST_BYTES);
        int zlibBytes = Short.BYTES + blocks * STORED_HEADER_BYTES + length + ADLER_BYTES;
        ByteBuffer zlib = ByteBuffer.allocate(COOKIE_BYTES + zlibBytes);
        zlib.putInt(COOKIE).putInt(zlibBytes).putShort(ZLIB_STORED);
        for (int from = 0; from < length; from += STORED_MOST_BYTES) {
            int size = Math.min(STORED_MOST_BYTES, length - from);
            zlib.put((byte) (from + size == length ? 1 : 0));
            zlib.putShort(Short.reverseBytes((short) size)).putShort(Short.reverseBytes((short) ~size));
            zlib.put(bytes, from, size);
        }
        Adler32 check = new Adler32();
        check.update(bytes, 0, length);
        return zlib.putInt((int) check.getValue()).array();
    }

    private void append(String text) {
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void flush() {
        try {
            block.writeTo(stream);
            block.reset();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** Carries the intervals that are written. */
    void carry(State state) {
        new WrittenPart(file, headerBytes).carry(state);
    }

    @Override
    public void abandon() {
        try {
            stream.close();
        } catch (IOException e) {
            // Nothing is to be kept any more.
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }
}
