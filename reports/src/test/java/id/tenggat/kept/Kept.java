package id.tenggat.kept;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tenggat.recording.Recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recording that was written once and is kept, a directory of {@code src/test/resources/recordings}. A new version of the
 * format gets a new one beside the others; none is ever changed.
 */
record Kept(Path directory) {

    private static final Path ALL = Path.of("src/test/resources/recordings");

    static Kept named(String name) {
        return new Kept(ALL.resolve(name));
    }

    /** All of them, by their names. */
    static List<Kept> all() {
        return list(ALL).filter(Files::isDirectory).map(Kept::new).toList();
    }

    String name() {
        return directory.getFileName().toString();
    }

    Recording read() {
        return Recording.read(directory);
    }

    /** As the file says, not as a reader understands it. */
    int formatVersion() {
        try {
            return new ObjectMapper()
                    .readTree(directory.resolve("provenance.json").toFile())
                    .get("formatVersion")
                    .intValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of its files, in order. */
    List<String> files() {
        return list(directory).map(file -> file.getFileName().toString()).toList();
    }

    /** SHA-256 over the names and bytes of all its files, the first eight digits. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files()) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(directory.resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
