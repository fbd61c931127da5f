package id.tenggat.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The lines of a text file of a recording.
 *
 * @param all without their line ends
 */
record Lines(Path file, List<String> all) {

    /**
     * Reads a file whose last line must be whole, unless its writer was killed: then a torn last line is left out.
     *
     * @param first what the file must begin with
     */
    static Lines read(Path file, RunStatus status, String first) {
        String text = WholeFile.read(file);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length() && status != RunStatus.RUNNING) {
            throw torn(file);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        requireFirst(file, lines.isEmpty() ? "" : lines.get(0), first);
        return new Lines(file, lines);
    }

    /**
     * Hands on the lines after the first, with their numbers, of a file that may be too long for memory. Its last line must be
     * whole.
     *
     * @param first what the file must begin with
     */
    static void forEach(Path file, String first, ObjIntConsumer<String> reader) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            requireFirst(file, line == null ? "" : line, first);
            requireWhole(file);
            line = lines.readLine();
            for (int number = 2; line != null; number++) {
                reader.accept(line, number);
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private static void requireFirst(Path file, String found, String first) {
        if (!found.startsWith(first)) {
            throw new RecordingException(
                    file, "must begin with \"" + first + "\"; not a file of a recording, or garbled: make it anew");
        }
    }

    private static void requireWhole(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(bytes.length() - 1);
            if (bytes.read() != '\n') {
                throw torn(file);
            }
        }
    }

    private static RecordingException torn(Path file) {
        return new RecordingException(file, "ends in the middle of a line; the recording is torn: make it anew");
    }
}
