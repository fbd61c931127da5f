package id.tenggat.recording;

import java.nio.file.Path;
import java.util.List;

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
            throw new RecordingException(file, "ends in the middle of a line; the recording is torn: make it anew");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(first)) {
            throw new RecordingException(
                    file, "must begin with \"" + first + "\"; not a file of a recording, or garbled: make it anew");
        }
        return new Lines(file, lines);
    }
}
