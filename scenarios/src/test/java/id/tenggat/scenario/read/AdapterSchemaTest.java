package id.tenggat.scenario.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema of adapters and their reader accept and refuse the same. */
class AdapterSchemaTest {

    private static final Path FILE = Path.of("adapter.schema.json");

    private final Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema());

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(Samples.text(FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void both_accept_the_sample() {
        String text = Samples.text(AdapterSamples.ALL);
        assertThat(AdapterSamples.faults(text)).isEmpty();
        assertThat(validator.validate(Json.of(Samples.tree(text)))).isEmpty();
    }

    /** Each change once for each place of the language. */
    @Test
    void both_find_a_structural_fault_in_the_same_changed_documents() {
        JsonNode sound = Json.of(Samples.tree(Samples.text(AdapterSamples.ALL)));
        Set<String> seen = new HashSet<>();
        List<String> disagreements = new ArrayList<>();
        int refused = 0;
        for (Mutation mutation : Mutation.of(sound)) {
            if (seen.add(mutation.kind())) {
                JsonNode changed = mutation.applied(sound);
                boolean bySchema = !validator.validate(changed).isEmpty();
                List<Fault> faults = AdapterSamples.faults(changed.toString());
                boolean byReader = faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.STRUCTURE);
                refused += bySchema && byReader ? 1 : 0;
                if (bySchema != byReader) {
                    disagreements.add(mutation + ": schema refuses: " + bySchema + ", reader tells: " + faults);
                }
            }
        }
        assertThat(disagreements).as("of %d changes", seen.size()).isEmpty();
        assertThat(refused).isBetween(seen.size() / 4, seen.size() - 100);
    }
}
