package id.tenggat.recording;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files that are read and replaced as a whole: whoever reads sees the old text or the new one. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(fresh);
            throw unwritable(file, e);
        }
    }

    /** Half a file is of no use to anybody, and takes room. */
    private static void delete(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // It stays, and nobody reads it.
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static RecordingException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new RecordingException(
                    file, "is missing; a recording is a directory with all its files: make it anew", e);
        } else if (e instanceof CharacterCodingException) {
            return new RecordingException(file, "is not UTF-8 text; the recording is garbled: make it anew", e);
        }
        return new RecordingException(file, "cannot be read: " + e, e);
    }

    /** Of most exceptions of files the message is the path once more, and of some nothing else. */
    private static String words(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }

    /**
     * True if it failed because the system opened no file just then, as at the limit of open files: tried again later it may
     * succeed, and what is open already can be written. Nothing that was written failed, nor is the folder gone or forbidden.
     */
    static boolean mayPass(RecordingException e) {
        return e.getCause() instanceof FileSystemException refused && refused.getClass() == FileSystemException.class;
    }

    static RecordingException unwritable(Path file, IOException e) {
        return new RecordingException(file, "cannot be written: " + words(e) + "; check rights and free space", e);
    }
}
