package id.tenggat.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A text file of lines, which only grows: each time by whole lines, in one write. */
final class HistoryFile {

    private HistoryFile() {}

    /** All lines, without their ends. */
    static List<String> lines(Path file) {
        String text = text(file);
        List<String> lines = text.lines().toList();
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new HistoryException(
                    file,
                    lines.size(),
                    "the last line is torn: it has no end, for whoever wrote it was stopped or had no room;"
                            + " delete the line, those before it are whole");
        }
        return lines;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new HistoryException(
                    file, "does not exist; begin a history with: tenggat history append RECORDING --to " + file, e);
        } catch (CharacterCodingException e) {
            throw new HistoryException(file, "is not UTF-8 text, so it is no history; name another file", e);
        } catch (IOException e) {
            throw new HistoryException(file, "cannot be read: " + words(e) + "; name a file of lines of JSON", e);
        }
    }

    /**
     * Adds lines, and makes the file if need be. The write goes to the file's end wherever that is by then, so others may add
     * to it too; of lines that did not fit none is left.
     */
    static void append(Path file, List<String> lines) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long before = channel.size();
            write(channel, bytes, before);
            channel.force(true);
        } catch (IOException e) {
            throw new HistoryException(
                    file, "cannot be written: " + words(e) + "; check folder, rights and free space", e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long before) throws IOException {
        try {
            int written = channel.write(bytes);
            if (bytes.hasRemaining()) {
                throw new IOException("only " + written + " bytes did fit");
            }
        } catch (IOException e) {
            var unused = channel.truncate(before);
            throw e;
        }
    }

    /** Of most exceptions of files the message is the path once more, and of some nothing else. */
    private static String words(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        return reason == null ? e.toString() : reason;
    }
}
