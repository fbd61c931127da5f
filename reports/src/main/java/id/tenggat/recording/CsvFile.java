package id.tenggat.recording;

import id.tenggat.state.State;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A growing CSV file (RFC 4180, but lines end in a line feed): a header line in ASCII, then rows. */
final class CsvFile implements GrowingFile {

    private final Path file;
    private final int headerBytes;
    private final OutputStream stream;
    private final Writer writer;

    CsvFile(Path file, String header) {
        this.file = file;
        this.headerBytes = header.length() + 1;
        try {
            this.stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
            this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            writer.write(header + "\n");
            writer.flush();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** Appends a row without its line end. */
    void append(CharSequence row) {
        try {
            writer.append(row).append('\n');
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** Carries the rows. */
    void carry(State state) {
        flush();
        new WrittenPart(file, headerBytes).carry(state);
    }

    @Override
    public void abandon() {
        try {
            stream.close();
        } catch (IOException e) {
            // Nothing is to be kept any more.
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /** A cell, in quotes if its text needs them. */
    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
