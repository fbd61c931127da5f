package id.tenggat.scenario.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/** YAML nodes as JSON, which is YAML too: the same text can be given to the reader and to a schema validator. */
final class Json {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private Json() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Keys keys) {
            ObjectNode object = FACTORY.objectNode();
            keys.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        } else if (node instanceof Node.Listing listing) {
            ArrayNode array = FACTORY.arrayNode();
            listing.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> FACTORY.textNode(scalar.text());
            case NUMBER -> number(new BigDecimal(scalar.text()));
            case TRUTH -> FACTORY.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> FACTORY.nullNode();
        };
    }

    private static JsonNode number(BigDecimal value) {
        return value.scale() <= 0 ? FACTORY.numberNode(value.toBigIntegerExact()) : FACTORY.numberNode(value);
    }
}
