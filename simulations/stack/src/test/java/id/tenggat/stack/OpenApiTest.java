package id.tenggat.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tenggat.ledger.LedgerException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI file by itself, and beside the router. */
class OpenApiTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode FILE = new Contract().root();

    @Test
    void it_is_OpenAPI_3_1_as_the_initiatives_own_schema_has_it() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("oas-3.1/schema.yaml"))) {
            Schema openApi = REGISTRY.getSchema(Contract.tree(in.readAllBytes()));

            assertThat(openApi.validate(FILE)).isEmpty();
            assertThat(openApi.validate(Contract.tree("openapi: 3.1.0\ninfo: {title: x}\npaths: {}\n"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .as("a file without a version")
                    .isNotEmpty();
        }
    }

    @Test
    void its_schemas_are_JSON_Schema() {
        Schema metaschema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<JsonNode> schemas = new ArrayList<>(FILE.findValues("schema"));
        FILE.at("/components/schemas").forEach(schemas::add);

        assertThat(schemas).hasSizeGreaterThan(30).allSatisfy(schema -> assertThat(metaschema.validate(schema))
                .isEmpty());
    }

    @Test
    void what_it_refers_to_is_there() {
        assertThat(FILE.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        FILE.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    /** Whoever adds a path adds it in both places. */
    @Test
    void it_describes_what_is_routed_and_nothing_else() {
        List<String> described = FILE.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();

        assertThat(Router.table().stream().map(row -> row.method() + " " + row.template()))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void it_tells_the_limits_that_hold() {
        assertThat(FILE.at("/info/description").asText())
                .contains("first line of %,d bytes; %d headers, %,d bytes"
                        .formatted(HttpLimits.LINE_BYTES_MAX, HttpLimits.HEADERS_MAX, HttpLimits.HEADER_BYTES_MAX))
                .contains("a body of " + (StampingDesk.SIZE_BYTES_MAX >> 20) + " MiB")
                .contains(HttpLimits.USUAL.idle().toSeconds() + " s\nwithout")
                .contains(HttpLimits.USUAL.receiving().toSeconds() + " s for a body");
    }

    @Test
    void it_is_served() throws PortUnavailableException, LedgerException {
        try (StackServer stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0))) {
            assertThat(new Caller(stack).get("/openapi.yaml").body()).isEqualTo(ApiDescription.bytes());
        }
    }
}
