package id.tenggat.benchmarks.stamping;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** A PDF tool of others, run as a command. Where it is not installed a test is skipped; under CI the test fails. */
enum Judge {
    PDFSIG("pdfsig", "poppler-utils", "-nocert"),
    QPDF("qpdf", "qpdf", "--check");

    private final String command;
    private final String debianPackage;
    private final String option;

    Judge(String command, String debianPackage, String option) {
        this.command = command;
        this.debianPackage = debianPackage;
        this.option = option;
    }

    /** What it says about a document. */
    String on(byte[] pdf) throws IOException, InterruptedException {
        requireInstalled();
        Path file = Files.createTempFile("judged", ".pdf");
        try {
            Files.write(file, pdf);
            Process process = new ProcessBuilder(command, option, file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
            return said;
        } finally {
            Files.delete(file);
        }
    }

    private void requireInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
        if (!installed) {
            String missing = command + " is not installed (Debian package " + debianPackage + ")";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
    }
}
