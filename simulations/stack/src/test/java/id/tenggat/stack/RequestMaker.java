package id.tenggat.stack;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes requests from an OpenAPI file: a valid one of any operation, of which in most cases one or two things are then
 * spoilt. Values that a scenario alone knows (names of steps, numbers of applicants) are given.
 */
final class RequestMaker {

    /** So that the same few meet again and again: in order, out of order, and repeated. */
    private static final int APPLICANTS_PLAYED = 8;

    private static final String LETTER = new String(Caller.LETTER, StandardCharsets.ISO_8859_1);

    private record Operation(String method, String template, JsonNode described, JsonNode root) {

        List<JsonNode> parameters() {
            List<JsonNode> parameters = new ArrayList<>();
            described.path("parameters").forEach(parameter -> parameters.add(resolved(root, parameter)));
            return parameters;
        }

        JsonNode content() {
            return resolved(root, described.path("requestBody")).path("content");
        }
    }

    private final SplittableRandom random;
    private final List<String> steps;
    private final List<Operation> operations = new ArrayList<>();
    private final Spoiler spoiler;

    RequestMaker(JsonNode root, SplittableRandom random, List<String> steps) {
        this.random = random;
        this.steps = steps;
        this.spoiler = new Spoiler(random);
        root.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue(), root))));
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** All operations, as METHOD template. */
    List<String> operations() {
        return operations.stream()
                .map(operation -> operation.method() + " " + operation.template())
                .toList();
    }

    /** Most are journeys: they are what the others look at, and end. */
    FuzzedRequest next() {
        Operation operation = operations.get(random.nextInt(8) > 0 ? 0 : random.nextInt(operations.size()));
        FuzzedRequest request = valid(operation);
        int faults = Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < faults; i++) {
            spoiler.spoil(request);
        }
        return request;
    }

    private FuzzedRequest valid(Operation operation) {
        String step = steps.get(random.nextInt(steps.size()));
        String applicant = Integer.toString(random.nextInt(APPLICANTS_PLAYED));
        FuzzedRequest request = new FuzzedRequest(
                operation.method(),
                operation
                        .template()
                        .replace("{step}", step)
                        .replace("{applicant}", applicant)
                        .replace("{token}", "t" + random.nextInt(5)));
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            boolean isSent = !name.equals(RoomRoutes.TOKEN_HEADER) || random.nextInt(20) == 0;
            if (isSent && parameter.path("in").asText().equals("header")) {
                request.headers.put(name, value(name, parameter.path("schema"), applicant + "-" + step));
            }
        }
        fill(request, operation, step);
        return request;
    }

    private String value(String name, JsonNode schema, String operation) {
        if (schema.path("type").asText().equals("integer")) {
            return Long.toString(whole(schema));
        }
        return name.equals(IdempotencyKey.HEADER) && random.nextInt(10) > 0 ? operation : "k" + random.nextInt(5);
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        return random.nextLong(least, schema.path("maximum").asLong(least + 1_000_000) + 1);
    }

    private void fill(FuzzedRequest request, Operation operation, String step) {
        List<String> types = new ArrayList<>();
        operation.content().fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            return;
        }
        String type = types.get(0);
        if (types.contains("application/pdf") && step.startsWith("stamp")) {
            type = "application/pdf";
        }
        request.headers.put("Content-Type", type);
        request.body = body(operation, type);
    }

    private String body(Operation operation, String type) {
        return switch (type) {
            case "application/pdf" -> LETTER;
            case "text/csv" -> "%d,%d\n".formatted(random.nextInt(APPLICANTS_PLAYED), random.nextInt(1, 8));
            default ->
                object(resolved(operation.root(), operation.content().path(type).path("schema")));
        };
    }

    /** An object of a schema: of its properties, whole numbers all, or of any. */
    private String object(JsonNode schema) {
        if (!schema.has("properties")) {
            return random.nextBoolean() ? "{}" : "{\"name\":\"Siti\",\"of\":[1,true,null]}";
        }
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            long value =
                    property.getKey().equals("startEpochMs") ? System.currentTimeMillis() : whole(property.getValue());
            members.add("\"" + property.getKey() + "\":" + value);
        }
        return "{" + String.join(",", members) + "}";
    }
}
