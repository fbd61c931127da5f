package id.tenggat.stamping;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, or a pipe, of mutants that were stamped: for each its seed (8 bytes), its length (4), the stamped one's length (4),
 * all big-endian, and the stamped one, of which it is the prefix.
 */
final class AcceptedMutants implements AutoCloseable {

    private final @Nullable DataOutputStream out;

    private AcceptedMutants(@Nullable DataOutputStream out) {
        this.out = out;
    }

    /** Writes to the file that a system property names, or nowhere. */
    static AcceptedMutants ofProperty(String property) throws IOException {
        String file = System.getProperty(property);
        return new AcceptedMutants(
                file == null
                        ? null
                        : new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(file)))));
    }

    /** Whether there is a file to write to. */
    boolean add(long seed, int mutantLength, byte[] stamped) throws IOException {
        if (out == null) {
            return false;
        }
        out.writeLong(seed);
        out.writeInt(mutantLength);
        out.writeInt(stamped.length);
        out.write(stamped);
        return true;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
