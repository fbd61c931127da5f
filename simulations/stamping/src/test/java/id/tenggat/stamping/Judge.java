package id.tenggat.stamping;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** A PDF tool of others, run as a command. Where it is not installed a test is skipped; under CI the test fails. */
enum Judge {
    PDFSIG("pdfsig", "poppler-utils"),
    PDFTOPPM("pdftoppm", "poppler-utils"),
    QPDF("qpdf", "qpdf");

    private final String command;
    private final String debianPackage;

    Judge(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /** What a finished command left. */
    record Verdict(int exitStatus, String output) {}

    /** What it says about a document. */
    Verdict on(byte[] pdf, String... options) throws IOException, InterruptedException {
        return run(pdf, options, List.of());
    }

    /** Makes it write about a document into a file of the given name. */
    void into(Path output, byte[] pdf, String... options) throws IOException, InterruptedException {
        assertThat(run(pdf, options, List.of(output.toString())).exitStatus()).isZero();
    }

    /** What qpdf finds: 0 nothing, 1 something to warn of, 2 an error. */
    static int complaints(byte[] pdf) throws IOException, InterruptedException {
        return switch (QPDF.on(pdf, "--check").exitStatus()) {
            case 0 -> 0;
            case 3 -> 1;
            default -> 2;
        };
    }

    /** What it makes of a document, always the same of the same one. */
    byte[] rewritten(byte[] pdf, String... options) {
        try {
            Path output = Files.createTempFile("rewritten", ".pdf");
            try {
                into(output, pdf, options);
                return Files.readAllBytes(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Verdict run(byte[] pdf, String[] options, List<String> last) throws IOException, InterruptedException {
        requireInstalled();
        Path file = Files.createTempFile("stamped", ".pdf");
        try {
            Files.write(file, pdf);
            List<String> line = new ArrayList<>(List.of(command));
            line.addAll(Arrays.asList(options));
            line.add(file.toString());
            line.addAll(last);
            return finished(line);
        } finally {
            Files.delete(file);
        }
    }

    private static Verdict finished(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s", line).isTrue();
        return new Verdict(process.exitValue(), output);
    }

    /** Skips the test that calls it, or fails it under CI, where the command is missing. */
    void requireInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
        if (installed) {
            return;
        }
        String missing = command + " is not installed (Debian package " + debianPackage + ")";
        if (System.getenv("CI") != null) {
            fail(missing);
        }
        abort(missing);
    }
}
