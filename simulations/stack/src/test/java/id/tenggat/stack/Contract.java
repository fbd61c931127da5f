package id.tenggat.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code openapi.yaml} says of an answer. */
final class Contract {

    /** What HTTP itself says with any answer. */
    private static final Set<String> OF_HTTP = Set.of("content-type", "content-length", "connection");

    private static final String REFUSED = "/components/responses/Refused";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** An answer to a request; names of headers in lower case. */
    record Seen(String method, String path, int status, Map<String, String> headers, String text) {

        @Override
        public String toString() {
            return method + " " + path + " -> " + status + " " + headers + " " + text;
        }
    }

    Contract() {
        this(tree(ApiDescription.bytes()));
    }

    Contract(JsonNode root) {
        this.root = root;
    }

    /** YAML as JSON. */
    static JsonNode tree(byte[] yaml) {
        Object loaded =
                new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, StandardCharsets.UTF_8));
        return MAPPER.valueToTree(loaded);
    }

    JsonNode root() {
        return root;
    }

    /** What the file does not say of this answer; empty if it is as described. */
    List<String> faults(Seen seen) {
        String pointer = response(seen);
        JsonNode response = root.at(pointer);
        List<String> faults = new ArrayList<>(headerFaults(seen, response.path("headers")));
        String type = seen.headers().getOrDefault("content-type", "none").replaceAll(";.*", "");
        JsonNode content = response.path("content").path(type);
        if (content.isMissingNode()) {
            faults.add(pointer + " describes no " + type);
        } else if (seen.method().equals("HEAD")) {
            require(faults, seen.text().isEmpty(), "an answer to HEAD has no body");
        } else {
            faults.addAll(bodyFaults(seen, type, pointer + "/content/" + escaped(type) + "/schema"));
        }
        return faults.stream().map(fault -> fault + ": " + seen).toList();
    }

    private static void require(List<String> faults, boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }

    /** Where the response is described. */
    private String response(Seen seen) {
        Optional<String> operation = operation(seen.method(), seen.path());
        if (operation.isEmpty()) {
            return REFUSED;
        }
        String responses = operation.get() + "/responses/";
        String own = responses + seen.status();
        return resolved(root.at(own).isMissingNode() ? responses + "default" : own);
    }

    private String resolved(String pointer) {
        JsonNode reference = root.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : reference.asText().substring(1);
    }

    /** Where the operation is described, if it is. */
    Optional<String> operation(String method, String target) {
        String key = (method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT);
        String path = target.replaceAll("\\?.*", "");
        return root.path("paths")
                .propertyStream()
                .filter(entry ->
                        matches(entry.getKey(), path) && entry.getValue().has(key))
                .map(entry -> "/paths/" + escaped(entry.getKey()) + "/" + key)
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] found = path.split("/", -1);
        boolean same = wanted.length == found.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = wanted[i].startsWith("{") || wanted[i].equals(found[i]);
        }
        return same;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private List<String> headerFaults(Seen seen, JsonNode described) {
        List<String> faults = new ArrayList<>();
        seen.headers().forEach((name, value) -> {
            Optional<String> known = described
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(key -> key.equalsIgnoreCase(name))
                    .findFirst();
            if (known.isPresent()) {
                String header =
                        described.path(known.get()).path("$ref").asText().substring(1);
                faults.addAll(schemaFaults(header + "/schema", TextNode.valueOf(value)));
            } else {
                require(faults, OF_HTTP.contains(name), "the header " + name + " is not described");
            }
        });
        return faults;
    }

    private List<String> bodyFaults(Seen seen, String type, String pointer) {
        if (type.equals("application/pdf")) {
            return seen.text().startsWith("%PDF-") ? List.of() : List.of("no PDF");
        } else if (!type.endsWith("json")) {
            return schemaFaults(pointer, TextNode.valueOf(seen.text()));
        }
        try {
            return schemaFaults(pointer, MAPPER.readTree(seen.text()));
        } catch (JsonProcessingException e) {
            return List.of("no JSON");
        }
    }

    private List<String> schemaFaults(String pointer, JsonNode value) {
        return schemas.computeIfAbsent(pointer, this::schema).validate(value).stream()
                .map(error -> pointer + " " + error)
                .toList();
    }

    /** The schema at a place, with the components that it may refer to beside it. */
    private Schema schema(String pointer) {
        ObjectNode schema = root.at(pointer).deepCopy();
        schema.set("components", root.path("components"));
        return REGISTRY.getSchema(schema);
    }
}
