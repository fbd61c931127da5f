package id.tenggat.recording;

import id.tenggat.state.State;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What stands in a growing file below its header. Carried out it is read from the file, carried back it is appended to it:
 * a file that holds its header and nothing else so far.
 *
 * @param headerBytes length of the header
 */
record WrittenPart(Path file, long headerBytes) {

    private static final int CHUNK = 1 << 16;

    void carry(State state) {
        try {
            if (state.isReading()) {
                append(state);
            } else {
                read(state);
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    private void read(State state) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(headerBytes);
            byte[] chunk = in.readNBytes(CHUNK);
            while (chunk.length > 0) {
                state.of(chunk, state.count(chunk.length, Byte.BYTES));
                chunk = in.readNBytes(CHUNK);
            }
            state.count(0, Byte.BYTES);
        }
    }

    private void append(State state) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            byte[] chunk = new byte[CHUNK];
            int size = state.count(0, Byte.BYTES);
            while (size > 0) {
                chunk = state.of(chunk, size);
                out.write(chunk, 0, size);
                size = state.count(0, Byte.BYTES);
            }
        }
    }
}
