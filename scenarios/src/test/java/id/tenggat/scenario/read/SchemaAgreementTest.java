package id.tenggat.scenario.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema beside the scenario files and the reader accept and refuse the same. */
class SchemaAgreementTest {

    private static final String REFUSED = "both refuse";
    private static final String ACCEPTED = "both accept";
    private static final Path FILE = Path.of("scenario.schema.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    private static JsonNode schema() {
        try {
            return MAPPER.readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> samples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void both_accept_every_sample(Path path) {
        String text = Samples.text(path);
        assertThat(Samples.faults(path, text)).isEmpty();
        assertThat(VALIDATOR.validate(Json.of(Samples.tree(text)))).isEmpty();
    }

    /** Each change once for each place of the language, wherever the samples have it first. */
    @Test
    void both_find_a_structural_fault_in_the_same_changed_documents() {
        Set<String> seen = new HashSet<>();
        List<String> disagreements = new ArrayList<>();
        int refused = 0;
        for (Path path : Samples.ALL) {
            JsonNode sound = Json.of(Samples.tree(Samples.text(path)));
            for (Mutation mutation : Mutation.of(sound)) {
                if (seen.add(mutation.kind())) {
                    String disagreement = disagreement(path, mutation.applied(sound));
                    refused += disagreement.equals(REFUSED) ? 1 : 0;
                    if (!disagreement.equals(REFUSED) && !disagreement.equals(ACCEPTED)) {
                        disagreements.add(path + " " + mutation + ": " + disagreement);
                    }
                }
            }
        }
        assertThat(disagreements).as("of %d changes", seen.size()).isEmpty();
        assertThat(refused).as("refused changes").isBetween(seen.size() / 2, seen.size() - 100);
    }

    private static String disagreement(Path path, JsonNode changed) {
        boolean bySchema = !VALIDATOR.validate(changed).isEmpty();
        List<Fault> faults = Samples.faults(path, changed.toString());
        boolean byReader = faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.STRUCTURE);
        if (bySchema != byReader) {
            return "schema refuses: " + bySchema + ", reader tells: " + faults;
        }
        return byReader ? REFUSED : ACCEPTED;
    }

    @Test
    void the_samples_use_every_key_of_the_schema() {
        Set<String> used = new TreeSet<>();
        Samples.ALL.forEach(path -> addKeys(Json.of(Samples.tree(Samples.text(path))), used));
        Set<String> known = new TreeSet<>();
        properties(SCHEMA).forEach(properties -> properties.fieldNames().forEachRemaining(known::add));
        assertThat(used).isEqualTo(known);
    }

    /** An unknown key in every mapping makes the reader list the keys that it knows there. */
    @Test
    void the_reader_knows_the_keys_of_the_schema_and_no_other() {
        Set<Set<String>> told = new LinkedHashSet<>();
        for (Path path : Samples.ALL) {
            JsonNode sound = Json.of(Samples.tree(Samples.text(path)));
            Mutation.unknownKeys(sound).stream()
                    .flatMap(mutation ->
                            Samples.faults(path, mutation.applied(sound).toString()).stream())
                    .filter(fault -> fault.mistake().found().startsWith("unknown key"))
                    .forEach(fault -> told.add(Set.of(fault.mistake().allowed().split(", "))));
        }
        Set<Set<String>> known = new LinkedHashSet<>();
        properties(SCHEMA).stream()
                .filter(object -> !isChoice(object))
                .forEach(properties -> known.add(keys(properties)));
        assertThat(told).containsExactlyInAnyOrderElementsOf(known);
    }

    /** A mapping of one key that says which kind it is: there an unknown key is told as a second one. */
    private static boolean isChoice(JsonNode properties) {
        return SCHEMA.findParents("maxProperties").stream()
                .anyMatch(object -> properties.equals(object.get("properties")));
    }

    @Test
    void everything_in_the_schema_has_a_title_and_a_description() {
        List<String> bare = new ArrayList<>();
        for (JsonNode properties : properties(SCHEMA)) {
            properties.properties().forEach(property -> {
                JsonNode described = property.getValue();
                if (!described.path("title").isTextual()
                        || !described.path("description").isTextual()) {
                    bare.add(property.getKey());
                }
            });
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void every_scenario_file_names_the_schema_in_its_first_line() throws IOException {
        try (var files = Files.list(Path.of("."))) {
            List<Path> scenarios =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(scenarios).isNotEmpty().allSatisfy(file -> assertThat(Samples.text(file))
                    .startsWith("# yaml-language-server: $schema=" + FILE + "\n"));
        }
    }

    private static List<JsonNode> properties(JsonNode schema) {
        return schema.findValues("properties").stream()
                .flatMap(SchemaAgreementTest::withNested)
                .toList();
    }

    /** findValues stops at the first match, so what lies within a match is looked for again. */
    private static Stream<JsonNode> withNested(JsonNode properties) {
        return Stream.concat(
                Stream.of(properties),
                properties.findValues("properties").stream().flatMap(SchemaAgreementTest::withNested));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static void addKeys(JsonNode node, Set<String> used) {
        node.fieldNames().forEachRemaining(used::add);
        node.forEach(child -> addKeys(child, used));
    }
}
