package id.tenggat.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk that a recording holds while it is written, so that a full one can still be told why it ends. */
record Ballast(Path file) {

    static final String NAME = "ballast";

    /** Several times what a provenance takes, and not of zeros, which some file systems don't store. */
    private static final int BYTES = 1 << 14;

    /** Takes the room. */
    static Ballast in(Path directory) {
        Path file = directory.resolve(NAME);
        byte[] filling = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            filling[i] = (byte) (i * 31 + (i >> 8));
        }
        try {
            Files.write(file, filling);
            return new Ballast(file);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** Gives it back. */
    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Then the room is missing; whoever writes next will say so.
        }
    }
}
