package id.tenggat.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.summary.Figure;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Fields of one line of a history; what is absent or of another kind is named with its line. */
record LineFields(Path file, int line, ObjectNode object) {

    String text(String name) {
        return of(object, name, JsonNode::isTextual, "a text").textValue();
    }

    Optional<String> optionalText(String name) {
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long whole(String name) {
        return of(object, name, JsonNode::canConvertToExactIntegral, "a whole number")
                .longValue();
    }

    Instant instant(String name) {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw garbled(name + " must be an instant, found \"" + text + "\"");
        }
    }

    /** An object of numbers by figure. */
    Map<Figure, Double> figures(String name) {
        ObjectNode numbers = (ObjectNode) of(object, name, JsonNode::isObject, "an object");
        Map<Figure, Double> figures = new LinkedHashMap<>();
        numbers.fieldNames().forEachRemaining(text -> figures.put(figure(text), number(numbers, text)));
        return figures;
    }

    private double number(ObjectNode numbers, String name) {
        return of(numbers, name, node -> node.isNumber() && Double.isFinite(node.doubleValue()), "a number")
                .doubleValue();
    }

    private Figure figure(String text) {
        return Figure.named(text)
                .orElseThrow(() -> new HistoryException(
                        file,
                        line,
                        "no metric is named like \"" + text
                                + "\"; use the version of the program that wrote it, or a newer one"));
    }

    private JsonNode of(ObjectNode fields, String name, Predicate<JsonNode> kind, String words) {
        JsonNode value = fields.get(name);
        if (value == null || !kind.test(value)) {
            throw garbled(name + " must be " + words + ", found " + (value == null ? "nothing" : value));
        }
        return value;
    }

    private HistoryException garbled(String found) {
        return HistoryException.garbled(file, line, found);
    }
}
