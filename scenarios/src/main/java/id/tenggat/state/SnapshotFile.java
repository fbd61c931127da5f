package id.tenggat.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A snapshot in a file:
 *
 * <pre>
 *   "tenggat snapshot"   16 bytes
 *   format version        4 bytes
 *   label                 scenario, seed, slice, schedule, time
 *   state
 *   SHA-256              32 bytes, over all that stands before
 * </pre>
 *
 * Whoever reads it sees it whole: it is written beside its place and moved there, and its digest is checked first.
 */
public final class SnapshotFile {

    /** The version of the format, and the only one that is read: what is carried depends on how the engine works. */
    static final int FORMAT_VERSION = 3;

    private static final byte[] MAGIC = "tenggat snapshot".getBytes(US_ASCII);
    private static final int DIGEST_BYTES = 32;
    private static final String TORN = "is torn or garbled: make it anew with --stop-at";

    private final Path file;
    private final long length;
    private final SnapshotLabel label;

    private SnapshotFile(Path file, long length, SnapshotLabel label) {
        this.file = file;
        this.length = length;
        this.label = label;
    }

    /**
     * Writes a snapshot; one that stands there already is replaced.
     *
     * @throws SnapshotException if it cannot be written
     */
    public static void write(Path file, SnapshotLabel label, Consumer<State> carried) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            writeWhole(fresh, state -> {
                head(state, label);
                carried.accept(state);
            });
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (UncheckedIOException e) {
            throw SnapshotException.unwritable(file, cause(e));
        } catch (IOException e) {
            throw SnapshotException.unwritable(file, e);
        } finally {
            deleteIfThere(fresh);
        }
    }

    private static void writeWhole(Path fresh, Consumer<State> carried) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            MessageDigest sha256 = sha256();
            State.writeTo(new DigestOutputStream(out, sha256), carried);
            out.write(sha256.digest());
            channel.force(true);
        }
    }

    private static void deleteIfThere(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw SnapshotException.unwritable(fresh, e);
        }
    }

    /**
     * Opens a snapshot and checks that it is whole.
     *
     * @throws SnapshotException if it is missing, torn, garbled, of another format, or no snapshot
     */
    public static SnapshotFile open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new SnapshotException(file, "is no file; name the snapshot that a run with --stop-at wrote");
            }
            long length = Files.size(file) - DIGEST_BYTES;
            refuseForeign(file);
            refuseTorn(file, length);
            return new SnapshotFile(file, length, reading(file, length, SnapshotFile::label));
        } catch (IOException e) {
            throw SnapshotException.unreadable(file, e);
        }
    }

    private static void refuseForeign(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new SnapshotException(
                        file, "is no snapshot, or torn; name the file that a run with --stop-at wrote");
            }
            byte[] version = in.readNBytes(Integer.BYTES);
            if (version.length == Integer.BYTES) {
                State.read(version, state -> refuseOther(file, state.of(0)));
            }
        }
    }

    private static void refuseOther(Path file, int version) {
        if (version != FORMAT_VERSION) {
            throw new SnapshotException(
                    file,
                    "format version " + version + ", this program reads " + FORMAT_VERSION
                            + ": use the version of the program that wrote it, or make it anew with --stop-at");
        }
    }

    private static void refuseTorn(Path file, long length) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int found = in.readNBytes(block, 0, (int) Math.min(left, block.length));
                if (found == 0) {
                    throw new SnapshotException(file, TORN);
                }
                sha256.update(block, 0, found);
                left -= found;
            }
            if (!Arrays.equals(in.readNBytes(DIGEST_BYTES), sha256.digest())) {
                throw new SnapshotException(file, TORN);
            }
        }
    }

    private static void head(State state, SnapshotLabel label) {
        state.of(MAGIC.clone(), MAGIC.length);
        state.mark(FORMAT_VERSION);
        label.carried(state);
    }

    private static SnapshotLabel label(StateReader state) {
        state.of(MAGIC.clone(), MAGIC.length);
        state.mark(FORMAT_VERSION);
        return SnapshotLabel.BLANK.carried(state);
    }

    /** What it is of. */
    public SnapshotLabel label() {
        return label;
    }

    /** Where it lies. */
    public Path file() {
        return file;
    }

    /**
     * Carries all its state back.
     *
     * @throws SnapshotException if it isn't such state
     */
    public void read(Consumer<State> carried) {
        reading(file, length, state -> {
            SnapshotLabel found = label(state);
            carried.accept(state);
            state.requireEnd();
            return found;
        });
    }

    /**
     * Carries back what it begins with, and leaves the rest.
     *
     * @throws SnapshotException if it isn't such state
     */
    public <T> T readBeginning(Function<State, T> carried) {
        return reading(file, length, state -> {
            label(state);
            return carried.apply(state);
        });
    }

    /** A file whose digest is right, but that no run of this program has written, may hold anything. */
    private static <T> T reading(Path file, long length, Function<StateReader, T> carried) {
        try (InputStream in = Files.newInputStream(file)) {
            return carried.apply(State.readFrom(in, length));
        } catch (UncheckedIOException e) {
            throw SnapshotException.unreadable(file, cause(e));
        } catch (IOException e) {
            throw SnapshotException.unreadable(file, e);
        } catch (StateException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new SnapshotException(file, "does not hold together: make it anew with --stop-at", e);
        }
    }

    private static IOException cause(UncheckedIOException e) {
        return Objects.requireNonNull(e.getCause(), "an unchecked I/O exception has a cause");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
