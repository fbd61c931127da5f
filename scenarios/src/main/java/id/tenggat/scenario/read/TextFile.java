package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A text file of bounded size.
 *
 * @param text without a byte order mark
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 */
record TextFile(String name, String text, String digest) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** The largest scenario or table that is read, in bytes. Of a larger one no more than this is looked at. */
    static final int LARGEST = MEBIBYTE;

    /** The largest file of measured times: {@link id.tenggat.scenario.Quantiles#MOST} values of some 40 characters. */
    static final int LARGEST_MEASURED = 4 * MEBIBYTE;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a file.
     *
     * @throws ScenarioException if it isn't there, no regular file, unreadable, too large or not UTF-8
     */
    static TextFile read(Path path) {
        return read(path, LARGEST);
    }

    /** As {@link #read(Path)}, with another largest size in bytes, whole mebibytes. */
    static TextFile read(Path path, int largest) {
        return of(path.toString(), bytes(path, largest), largest);
    }

    /** The bytes of a file, which may be no text. */
    static byte[] bytes(Path path, int largest) {
        if (Files.isDirectory(path)) {
            throw refused(path, Mistake.of("this is a directory", "a file"));
        } else if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw refused(path, Mistake.of("this is a pipe or a device", "a regular file"));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return bounded(path.toString(), in.readNBytes(largest + 1), largest);
        } catch (NoSuchFileException e) {
            throw refused(path, Mistake.of("there is no such file"));
        } catch (AccessDeniedException e) {
            throw refused(path, Mistake.of("this file may not be read: permission denied"));
        } catch (IOException e) {
            throw refused(path, Mistake.of("this file can't be read: " + e.getMessage()));
        }
    }

    /** A file's bytes as a text. */
    static TextFile of(String name, byte[] bytes) {
        return of(name, bytes, LARGEST);
    }

    private static byte[] bounded(String name, byte[] bytes, int largest) {
        if (bytes.length > largest) {
            String most = largest / MEBIBYTE + " MiB";
            throw refused(
                    Place.ofWhole(name), Mistake.of("the file is larger than " + most, "a file of at most " + most));
        }
        return bytes;
    }

    private static TextFile of(String name, byte[] bytes, int largest) {
        String text = decoded(name, bounded(name, bytes, largest));
        boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new TextFile(name, isMarked ? text.substring(1) : text, digest(bytes));
    }

    private static String decoded(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String before = out.flip().toString();
        if (result.isError()) {
            String lossy = new String(bytes, StandardCharsets.UTF_8);
            Spot spot = Source.spotAt(before, before.codePointCount(0, before.length()));
            String found = "the byte 0x%02X, which is not UTF-8".formatted(bytes[in.position()]);
            throw refused(new Source(name, lossy).place(spot), Mistake.of(found, "text in UTF-8"));
        }
        return before;
    }

    /** SHA-256 of these bytes, in hexadecimal. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static ScenarioException refused(Path path, Mistake mistake) {
        return refused(Place.ofWhole(path.toString()), mistake);
    }

    private static ScenarioException refused(Place place, Mistake mistake) {
        return new ScenarioException(List.of(new Fault(Kind.FILE, place, mistake)));
    }
}
