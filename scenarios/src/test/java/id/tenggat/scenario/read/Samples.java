package id.tenggat.scenario.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenario files for tests, and reading them from changed texts. */
final class Samples {

    /** Small tables and scenarios of this package's tests. */
    static final Path DIRECTORY = Path.of("src/test/resources/id/tenggat/scenario/read");

    static final Path MINIMAL = DIRECTORY.resolve("minimal.yaml");

    /** Valid files that together use the whole language, the quickest to read first. */
    static final List<Path> ALL = List.of(
            DIRECTORY.resolve("kitchen-sink.yaml"),
            DIRECTORY.resolve("alternatives.yaml"),
            MINIMAL,
            Path.of("smoke.yaml"),
            Path.of("ordinary-day.yaml"),
            Path.of("cpns-2024-584.yaml"),
            Path.of("cpns-2024-historic.yaml"));

    private Samples() {}

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text as if it stood at this path, told as {@code x.yaml}. */
    static ScenarioFile read(Path path, String text) {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static ScenarioFile read(Path path, byte[] bytes) {
        return ScenarioReader.read(path, TextFile.of("x.yaml", bytes));
    }

    /** Everything that is wrong with a text; none if nothing is. */
    static List<Fault> faults(Path path, String text) {
        try {
            read(path, text);
            return List.of();
        } catch (ScenarioException e) {
            return e.faults();
        }
    }

    /** The node tree of a text, which must be sound YAML. */
    static Node tree(String text) {
        Findings findings = new Findings(new Source("x.yaml", text));
        Node root = YamlTree.read(text, findings).orElseThrow();
        findings.refuseIfAny();
        return root;
    }
}
