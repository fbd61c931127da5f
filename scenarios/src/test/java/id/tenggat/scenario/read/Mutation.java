package id.tenggat.scenario.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One systematic change of a document.
 *
 * @param parent the object or list in which it happens
 * @param key of the member or item
 * @param value what stands there instead; empty: nothing
 */
record Mutation(JsonPointer parent, String key, Optional<JsonNode> value) {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** What any value is replaced by. */
    private static final List<JsonNode> VALUES = List.of(
            MAKE.nullNode(),
            MAKE.booleanNode(true),
            MAKE.numberNode(0),
            MAKE.numberNode(1),
            MAKE.numberNode(-1),
            MAKE.numberNode(5),
            MAKE.numberNode(new BigDecimal("4.0")),
            MAKE.numberNode(new BigDecimal("0.5")),
            MAKE.numberNode(new BigDecimal("1e30")),
            MAKE.textNode(""),
            MAKE.textNode("x"),
            MAKE.textNode("5"),
            MAKE.textNode("0s"),
            MAKE.textNode("30s"),
            MAKE.textNode("-30s"),
            MAKE.textNode("30 s"),
            MAKE.textNode("30sec"),
            MAKE.textNode("1.5h"),
            MAKE.textNode("120/s"),
            MAKE.textNode("0/s"),
            MAKE.textNode("2KiB"),
            MAKE.textNode("50%"),
            MAKE.textNode("0%"),
            MAKE.textNode("100.000%"),
            MAKE.textNode("101%"),
            MAKE.textNode("-1%"),
            MAKE.textNode("2024-09-01T12:00"),
            MAKE.textNode("2024-09-01T12:00+07:00"),
            MAKE.textNode("2024-09-01"),
            MAKE.textNode("2024-02-30T10:00"),
            MAKE.textNode("2024-13-01T10:00"),
            MAKE.textNode("Asia/Jakarta"),
            MAKE.textNode("Upper Case"),
            MAKE.textNode("fifo"),
            MAKE.textNode("uniform"),
            MAKE.textNode("flat"),
            MAKE.textNode("down"),
            MAKE.textNode("everybody"),
            MAKE.textNode("whole"),
            MAKE.textNode("y".repeat(201)),
            MAKE.arrayNode(),
            MAKE.arrayNode().add("x"),
            MAKE.objectNode(),
            MAKE.objectNode().put("x", 1),
            MAKE.objectNode().set("exponential", MAKE.objectNode().put("mean", "1s")),
            MAKE.objectNode().set("power", MAKE.objectNode().put("alpha", 1)),
            MAKE.objectNode().put("slow", 2),
            MAKE.objectNode().put("slow", 2).put("capacity", "50%"));

    /** What a text of several words is replaced by too. */
    private static final List<JsonNode> PHRASES = List.of(
            MAKE.textNode("last 2h, last 3h"),
            MAKE.textNode("last 0h"),
            MAKE.textNode("fraction 5%, time-lapse 60"),
            MAKE.textNode("time-lapse 0.5"),
            MAKE.textNode("time-lapse 2, time-lapse 3"),
            MAKE.textNode("2024-09-06T20:00/2h, last 1h"),
            MAKE.textNode("last 2h,"),
            MAKE.textNode("stamps lost == 0"),
            MAKE.textNode("stamps lost = 0"),
            MAKE.textNode("stamps lost == 0%"),
            MAKE.textNode("rejected<1%"),
            MAKE.textNode("p99 < 5s"),
            MAKE.textNode("sign-up p99 < 5"),
            MAKE.textNode("sign-up  p99.9  <=  5s"),
            MAKE.textNode("utilisation ( portal ) <= 80%"),
            MAKE.textNode("utilization(portal) <= 80%"),
            MAKE.textNode("retry amplification < 1.5x"));

    /** Every replacement, deletion and unknown key at every place of a document. */
    static List<Mutation> of(JsonNode root) {
        List<Mutation> mutations = new ArrayList<>(unknownKeys(root));
        collect(root, JsonPointer.empty(), mutations);
        return mutations;
    }

    /** An unknown key in every object. */
    static List<Mutation> unknownKeys(JsonNode root) {
        List<Mutation> mutations = new ArrayList<>();
        collectUnknown(root, JsonPointer.empty(), mutations);
        return mutations;
    }

    private static void collectUnknown(JsonNode node, JsonPointer at, List<Mutation> mutations) {
        if (node.isObject()) {
            mutations.add(new Mutation(at, "unheardOf", Optional.of(MAKE.numberNode(1))));
        }
        children(node).forEach(key -> collectUnknown(child(node, key), at.append(pointer(node, key)), mutations));
    }

    private static void collect(JsonNode node, JsonPointer at, List<Mutation> mutations) {
        for (String key : children(node)) {
            mutations.add(new Mutation(at, key, Optional.empty()));
            VALUES.forEach(value -> mutations.add(new Mutation(at, key, Optional.of(value))));
            if (child(node, key).asText().contains(" ")) {
                PHRASES.forEach(value -> mutations.add(new Mutation(at, key, Optional.of(value))));
            }
            collect(child(node, key), at.append(pointer(node, key)), mutations);
        }
    }

    private static List<String> children(JsonNode node) {
        List<String> keys = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                keys.add(String.valueOf(i));
            }
        } else {
            node.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    private static JsonNode child(JsonNode node, String key) {
        return node.isArray() ? node.get(Integer.parseInt(key)) : node.get(key);
    }

    private static JsonPointer pointer(JsonNode node, String key) {
        return node.isArray()
                ? JsonPointer.empty().appendIndex(Integer.parseInt(key))
                : JsonPointer.empty().appendProperty(key);
    }

    /** The change and its place, whichever item of a list it is in. */
    String kind() {
        return (parent + "/" + key).replaceAll("/[0-9]+", "/*") + " = " + value;
    }

    JsonNode applied(JsonNode root) {
        JsonNode copy = root.deepCopy();
        if (copy.at(parent) instanceof ArrayNode array) {
            int index = Integer.parseInt(key);
            value.ifPresentOrElse(v -> array.set(index, v), () -> array.remove(index));
        } else {
            ObjectNode object = (ObjectNode) copy.at(parent);
            value.ifPresentOrElse(v -> object.set(key, v), () -> object.remove(key));
        }
        return copy;
    }
}
