package id.tenggat.scenario.read;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Files that are no scenario at all. */
class UnreadableFileTest {

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Fault onlyFault(Path path) {
        ScenarioException refusal = catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(path));
        assertThat(refusal.faults()).hasSize(1);
        return refusal.faults().get(0);
    }

    @Test
    void a_missing_file_is_told_by_its_name() {
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("scenarios/nowhere.yaml")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("scenarios/nowhere.yaml: there is no such file");
    }

    @Test
    void a_file_below_a_file_is_told() throws IOException {
        Fault fault = onlyFault(file("a.yaml", "tenggat: 1").resolve("b.yaml"));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.FILE);
    }

    @Test
    void a_directory_is_told() {
        assertThat(onlyFault(directory)).hasToString(directory + ": this is a directory\n  here may stand: a file");
    }

    @Test
    void a_device_is_not_opened() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")));
        assertThat(onlyFault(Path.of("/dev/zero")).mistake().found()).isEqualTo("this is a pipe or a device");
    }

    @Test
    void a_file_without_permission_is_told() throws IOException {
        Path path = file("secret.yaml", "tenggat: 1");
        Assumptions.assumeTrue(path.toFile().setReadable(false) && !Files.isReadable(path), "not as root");
        assertThat(onlyFault(path).mistake().found()).isEqualTo("this file may not be read: permission denied");
    }

    @Test
    void a_hundred_megabytes_are_refused_without_being_read() throws IOException {
        Path path = directory.resolve("large.yaml");
        try (RandomAccessFile large = new RandomAccessFile(path.toFile(), "rw")) {
            large.setLength(100L * 1024 * 1024);
        }
        assertThat(onlyFault(path))
                .hasToString(path + ": the file is larger than 1 MiB\n  here may stand: a file of at most 1 MiB");
    }

    @Test
    void a_mebibyte_is_read_and_a_byte_more_is_not() throws IOException {
        String minimal = Samples.text(Samples.MINIMAL);
        String filled = minimal + "#".repeat(TextFile.LARGEST - minimal.length());
        assertThat(Samples.read(Samples.MINIMAL, filled).text()).isEqualTo(filled);
        assertThatThrownBy(() -> Samples.read(Samples.MINIMAL, filled + "#")).isInstanceOf(ScenarioException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "\uFEFF"})
    void a_file_that_holds_nothing_is_told(String text) throws IOException {
        Fault fault = onlyFault(file("empty.yaml", text));
        assertThat(fault.mistake().found()).isEqualTo("the file holds no scenario");
        assertThat(fault.place().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--- \n...\n", "just words", "- a\n- list\n", "42"})
    void a_document_that_is_no_mapping_is_told(String text) throws IOException {
        Fault fault = onlyFault(file("words.yaml", text));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.STRUCTURE);
        assertThat(fault.mistake().allowed()).startsWith("the keys tenggat, name, title");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_place() throws IOException {
        Path path = directory.resolve("latin.yaml");
        Files.write(path, "tenggat: 1\nname: é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(onlyFault(path)).hasToString("""
                %s:2:7: the byte 0xE9, which is not UTF-8
                  name: \uFFFD
                        ^
                  here may stand: text in UTF-8""".formatted(path));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        String text = "\uFEFF" + Samples.text(Samples.MINIMAL).replace("\n", "\r\n");
        assertThat(Samples.read(Samples.MINIMAL, text).scenario())
                .isEqualTo(ScenarioReader.read(Samples.MINIMAL).scenario());
    }

    @Test
    void a_yaml_bomb_is_refused_at_its_first_anchor() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append("%s: &%s [%s]\n".formatted(c, c, String.join(", ", java.util.Collections.nCopies(9, before))));
        }
        Fault fault = onlyFault(file("bomb.yaml", bomb.toString()));
        assertThat(fault.place().line()).isEqualTo(1);
        assertThat(fault.mistake().found()).isEqualTo("an anchor (&)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_refused(String opening) throws IOException {
        Fault fault = onlyFault(file("deep.yaml", opening.repeat(100_000)));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.SYNTAX);
        assertThat(fault.mistake().found())
                .isIn("more than 16 lists and mappings within each other", "a key that is a list or a mapping");
    }

    @Test
    void a_control_character_is_told_by_its_number_and_not_printed() throws IOException {
        Fault fault = onlyFault(file("bell.yaml", "tenggat: 1\nname: a\u0007b\n"));
        assertThat(fault.mistake().found()).isEqualTo("the character U+0007, which YAML doesn't allow");
        assertThat(fault.place().toString()).endsWith(":2:8");
        assertThat(fault.toString()).doesNotContain("\u0007");
    }

    @Test
    void an_escape_sequence_in_a_text_does_not_reach_the_terminal() {
        String text = Samples.text(Samples.MINIMAL).replace("flat", "\"\\e[31m\"");
        assertThatThrownBy(() -> Samples.read(Samples.MINIMAL, text))
                .message()
                .doesNotContain("\u001B")
                .contains("found \"\uFFFD[31m\"");
    }

    @Test
    void a_thousand_faults_are_enough_and_twenty_are_shown() {
        StringBuilder many = new StringBuilder(Samples.text(Samples.MINIMAL));
        for (int i = 0; i < 5_000; i++) {
            many.append("x").append(i).append(": 1\n");
        }
        ScenarioException refusal =
                catchThrowableOfType(ScenarioException.class, () -> Samples.read(Samples.MINIMAL, many.toString()));
        assertThat(refusal.faults()).hasSize(1000);
        assertThat(refusal).hasMessageEndingWith("\n\nat least 1000 faults, of which the first 20 are shown");
        assertThat(refusal.getMessage().split("unknown key")).hasSize(21);
    }

    @Test
    void a_long_line_is_shown_around_its_fault() {
        String text = Samples.text(Samples.MINIMAL).replace("flat", "{hourly: [" + "1, ".repeat(300) + "x]}");
        assertThatThrownBy(() -> Samples.read(Samples.MINIMAL, text))
                .message()
                .contains("\n  …, 1,")
                .satisfies(message -> assertThat(message.lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThan(200)));
    }
}
