package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Every command that the README and the help texts show is one; the scenarios that they name are there. */
class ReadmeTest {

    private static final Pattern README_COMMAND = Pattern.compile("\\./tenggat ([a-z][^`#\\n)]*)");
    private static final Pattern HELP_COMMAND = Pattern.compile("^  tenggat ([a-z].*?)(?:   .*)?$", Pattern.MULTILINE);

    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>(
                found(README_COMMAND, Files.readString(Repository.root().resolve("README.md"))));
        Main.commandLine().getSubcommands().forEach((name, command) -> {
            commands.addAll(found(HELP_COMMAND, Told.by(name, "--help").out()));
            for (String part : command.getSubcommands().keySet()) {
                commands.addAll(
                        found(HELP_COMMAND, Told.by(name, part, "--help").out()));
            }
        });
        return commands.stream().distinct();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    @Test
    void thereAreCommandsToCheck() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandShownIsACommand(String command) {
        String[] words = words(command);
        assertThatCode(() -> Main.commandLine().parseArgs(words)).doesNotThrowAnyException();
        for (String word : words) {
            if (word.endsWith(".yaml") && !word.contains("*")) {
                assertThat(Repository.root().resolve(word)).exists();
            }
        }
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void theSchemaIsNamedByEveryScenario() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("scenarios"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml"))).allMatch(ReadmeTest::namesTheSchema);
        }
    }

    private static boolean namesTheSchema(Path scenario) {
        try {
            return Files.readString(scenario).startsWith("# yaml-language-server: $schema=scenario.schema.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
