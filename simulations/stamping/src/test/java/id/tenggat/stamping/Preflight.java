package id.tenggat.stamping;

import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A judge of PDF/A-1b. */
final class Preflight {

    private Preflight() {}

    /** What breaks PDF/A-1b in a document, each with the standard's clause. */
    static List<String> faults(byte[] pdf) throws IOException {
        Path file = Files.createTempFile("archived", ".pdf");
        try {
            Files.write(file, pdf);
            return PreflightParser.validate(file.toFile()).getErrorsList().stream()
                    .map(Preflight::told)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static String told(ValidationError error) {
        return error.getErrorCode() + " " + error.getDetails();
    }
}
