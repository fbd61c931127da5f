package id.tenggat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** A block of YAML that the README shows. */
final class ReadmeExample {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private ReadmeExample() {}

    /** The first block that contains this. */
    static String containing(String text) throws IOException {
        return BLOCK.matcher(Files.readString(Repository.root().resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the README shows no YAML with " + text));
    }
}
